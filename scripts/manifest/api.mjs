// What each entry of the package exports besides the tags: functions, classes, types and values, as the compiler sees them.
import ts from 'typescript';
import { checker, described, docsOf, exportsOf, format, sentence, tagsOf } from './sources.mjs';

/** A value of a longer type is given without it, such as a table of data. */
const longestType = 200;
const oneLine = (text) => text.replace(/\s*\n\s*/g, ' ');
const noDocs = (text) => text.replace(/\/\*\*[\s\S]*?\*\//g, '');

/** @param {any} symbol */
function wordsOf(symbol) {
  const thrown = tagsOf(symbol, 'throws').map((text) => `Throws ${text}.`.replace(/\.\.$/, '.'));
  return sentence([docsOf(symbol), ...thrown].filter(Boolean).join(' '));
}

const typeText = (type) => checker.typeToString(type, undefined, format);

/** A parameter as the sources write it; what is taken apart there is one object for who calls. */
function parameter(one) {
  const { name, type, initializer, questionToken } = one;
  const title = ts.isIdentifier(name) ? name.text : 'options';
  const text = type ? type.getText() : typeText(checker.getTypeAtLocation(one));
  return `${title}${initializer || questionToken ? '?' : ''}: ${text}`;
}

function called(name, signature) {
  const { parameters, type, typeParameters } = signature.getDeclaration();
  const generic = typeParameters?.length ? `<${typeParameters.map((one) => one.getText()).join(', ')}>` : '';
  const result = type ? type.getText() : typeText(signature.getReturnType());
  return oneLine(noDocs(`${name}${generic}(${parameters.map(parameter).join(', ')}): ${result}`));
}

/** @param {string} name @param {any} symbol */
function entry(name, symbol) {
  const { flags } = symbol;
  const description = wordsOf(symbol);
  if (flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) return { name, is: 'members', description, members: described(symbol) };
  if (flags & ts.SymbolFlags.TypeAlias) {
    const alias = symbol.declarations.find(ts.isTypeAliasDeclaration);
    return { name, is: 'type', description, text: oneLine(noDocs(alias.type.getText())) };
  }
  const type = checker.getTypeOfSymbol(symbol);
  const [signature] = type.getCallSignatures();
  const text = signature ? called(name, signature) : typeText(type);
  return { name, is: signature ? 'function' : 'value', description, text: text.length > longestType && !signature ? '' : text };
}

/** The exports of the module of an entry, in the order of the alphabet. @param {string} file */
export const readApi = (file) => [...exportsOf(file)].map(([name, symbol]) => entry(name, symbol)).sort((a, b) => a.name.localeCompare(b.name, 'en'));

/** The fields of each kind of record. */
export function readKinds() {
  /** @type {any} */
  const data = exportsOf('model/index.ts').get('DataByKind');
  return checker
    .getDeclaredTypeOfSymbol(data)
    .getProperties()
    .map((kind) => {
      const { symbol } = checker.getTypeOfSymbol(kind);
      return { kind: kind.name, type: symbol.name, description: docsOf(symbol), members: described(symbol) };
    });
}
