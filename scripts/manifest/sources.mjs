// What the sources say of the public tags and events. The TypeScript compiler reads them, so that inheritance counts and types are complete:
// the analyzer of custom-elements-manifest reads one file at a time, and gives `As` where a host has to know the five roles.
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../entries.mjs';

const source = join(root, 'src');
/** A union with more members than this is given by its name. */
const mostMembers = 12;

const config = ts.getParsedCommandLineOfConfigFile(
  join(root, 'tsconfig.build.json'),
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
);
const entries = ['index.ts', 'define/index.ts', 'records/index.ts', 'model/index.ts', 'tokens/index.ts', 'testing/index.ts'];
const program = ts.createProgram(
  entries.map((name) => join(source, name)),
  config?.options ?? {},
);
export const checker = program.getTypeChecker();

const { TypeFormatFlags: Format, ModifierFlags: Modifier } = ts;
export const format = Format.NoTruncation | Format.UseSingleQuotesForStringLiteralType | Format.UseAliasDefinedOutsideCurrentScope;
const written = (type) => checker.typeToString(type, undefined, format);

/** The text of a type. Unions are spelled out; interfaces and other names stay, because a host imports them from the package. */
function textOf(type, order = '') {
  if (!type.isUnion()) return written(type);
  const texts = type.types.filter((one) => !(one.flags & ts.TypeFlags.BooleanLiteral)).map(written);
  if (texts.length > mostMembers) return written(type);
  if (texts.length < type.types.length) texts.push('boolean');
  const last = ['null', 'undefined'].filter((text) => texts.includes(text));
  const first = texts.filter((text) => !last.includes(text)).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return [...first, ...last].join(' | ');
}

/** A union as the sources write it: the compiler sorts its members by where it met them first. */
function orderOf(symbol) {
  const type = symbol
    .getDeclarations()
    ?.map((one) => ('type' in one ? one.type : undefined))
    .find(Boolean);
  if (!type || !ts.isTypeReferenceNode(type)) return type?.getText();
  const alias = checker.getTypeFromTypeNode(type).aliasSymbol ?? checker.getSymbolAtLocation(type.typeName);
  const own = alias && alias.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(alias) : alias;
  return own
    ?.getDeclarations()
    ?.map((one) => (ts.isTypeAliasDeclaration(one) ? one.type.getText() : ''))
    .join('');
}
const typeOf = (symbol) => ({ text: textOf(checker.getTypeOfSymbol(symbol), orderOf(symbol)) });

const plain = (parts) => ts.displayPartsToString(parts).replace(/\r/g, '').trim();
export const docsOf = (symbol) => plain(symbol.getDocumentationComment(checker));
export const tagsOf = (symbol, name) =>
  symbol
    .getJsDocTags(checker)
    .filter((tag) => tag.name === name)
    .map((tag) => plain(tag.text));

/** The exports of a module of the sources, types included. */
export function exportsOf(file) {
  const found = program.getSourceFile(join(source, file));
  const module = found && checker.getSymbolAtLocation(found);
  const all = module ? checker.getExportsOfModule(module) : [];
  return new Map(all.map((one) => [one.name, one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one]));
}

const isOwn = (declaration) => declaration.getSourceFile().fileName.startsWith(`${source}/`);
const isHidden = (declaration) => (ts.getCombinedModifierFlags(declaration) & (Modifier.Private | Modifier.Protected | Modifier.Static)) !== 0;

/** What a host may use of a class or interface: not what is private, `@internal`, or of the platform and Lit. */
function membersOf(symbol) {
  return checker
    .getDeclaredTypeOfSymbol(symbol)
    .getProperties()
    .filter((member) => {
      const declarations = member.getDeclarations() ?? [];
      if (!declarations.length || !declarations.every(isOwn) || declarations.some(isHidden) || /^[#_]/.test(member.name)) return false;
      return tagsOf(member, 'internal').length === 0 && !isOverride(member, symbol);
    });
}

/** Whether it is a method of the platform or of Lit that a class overrides, such as `connectedCallback`. */
function isOverride(member, symbol) {
  const outside = basesOf(checker.getDeclaredTypeOfSymbol(symbol)).flatMap(allBasesOf);
  return outside.some((base) => base.symbol.getDeclarations()?.every((one) => !isOwn(one)) && base.getProperty(member.name));
}
/** @param {any} type */
const basesOf = (type) => checker.getBaseTypes(type.target ?? type);
const allBasesOf = (type) => [type, ...basesOf(type).flatMap(allBasesOf)];

/** The argument of `@property(…)`, as far as the manifest tells of it. */
function reactive(declarations) {
  const decorators = declarations.flatMap((one) => (ts.canHaveDecorators(one) ? (ts.getDecorators(one) ?? []) : []));
  const call = decorators.map(({ expression }) => expression).find((one) => ts.isCallExpression(one) && one.expression.getText() === 'property');
  if (!call) return undefined;
  const [argument] = call.arguments;
  const entries = argument && ts.isObjectLiteralExpression(argument) ? argument.properties.filter(ts.isPropertyAssignment) : [];
  return Object.fromEntries(entries.map(({ name, initializer }) => [name.getText(), initializer.getText()]));
}

/** The text of `@param` begins small and has no full stop. */
export const sentence = (text) => text.replace(/^[a-z]/, (first) => first.toUpperCase()).replace(/[^.:`]$/, '$&.');
const present = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== ''));

function field(member) {
  const declarations = member.getDeclarations();
  const options = reactive(declarations);
  const attribute =
    !options || options.attribute === 'false' ? undefined : (/^'(.+)'$/.exec(options.attribute ?? '')?.[1] ?? member.name.toLowerCase());
  const initializer = declarations.map((one) => ('initializer' in one ? one.initializer?.getText() : undefined)).find(Boolean);
  const settable = declarations.some(
    (one) => ts.isSetAccessor(one) || (!ts.isGetAccessor(one) && !(ts.getCombinedModifierFlags(one) & Modifier.Readonly)),
  );
  return present({
    kind: 'field',
    name: member.name,
    type: typeOf(member),
    default: settable ? initializer : undefined,
    description: sentence(docsOf(member)),
    readonly: settable ? undefined : true,
    attribute,
    reflects: attribute && options?.reflect === 'true' ? true : undefined,
  });
}

function method(member) {
  const [signature] = checker.getTypeOfSymbol(member).getCallSignatures();
  const parameters = (signature?.getParameters() ?? []).map((one) => present({ name: one.name, type: typeOf(one), description: docsOf(one) }));
  const thrown = tagsOf(member, 'throws').map((text) => `Throws ${text}.`.replace(/\.\.$/, '.'));
  return present({
    kind: 'method',
    name: member.name,
    parameters: parameters.length ? parameters : undefined,
    return: { type: { text: signature ? textOf(signature.getReturnType()) : 'unknown' } },
    description: [docsOf(member), ...thrown].join('\n\n'),
  });
}

export const described = (symbol) => membersOf(symbol).map((member) => (member.flags & ts.SymbolFlags.Method ? method(member) : field(member)));

/** The tags of the docblocks of a class and the classes it extends, the nearest first. */
function chain(symbol) {
  const bases = basesOf(checker.getDeclaredTypeOfSymbol(symbol)).map((type) => type.symbol);
  return [symbol, ...bases.filter((base) => base.getDeclarations()?.every(isOwn)).flatMap(chain)];
}
const named = /^(?:\{(?<type>[^}]*)\}\s*)?(?<name>-(?=\s)|[^\s]+)\s*(?:-\s*)?(?<description>[\s\S]*)$/;

/** Entries `name - what it is` of a docblock; a class says its own words about what it inherits by repeating the name. */
function listOf(symbol, ...tags) {
  const found = new Map();
  for (const one of chain(symbol)) {
    for (const text of tags.flatMap((tag) => tagsOf(one, tag))) {
      const { name = '', description = '' } = named.exec(text)?.groups ?? {};
      const key = name === '-' ? '' : name;
      if (!found.get(key)) found.set(key, description.trim());
    }
  }
  return [...found].map(([name, description]) => present({ name, description })).map((entry) => ({ name: '', ...entry }));
}

/** The names in `pageNames` of a widget: what its `view` and `views` take. */
function pageNamesOf(symbol) {
  const declarations = checker.getDeclaredTypeOfSymbol(symbol).getProperty('pageNames')?.getDeclarations() ?? [];
  const lists = declarations.flatMap((one) => (ts.isPropertyDeclaration(one) && one.initializer ? [one.initializer] : []));
  return lists.flatMap((list) => (ts.isArrayLiteralExpression(list) ? list.elements.filter(ts.isStringLiteralLike).map(({ text }) => text) : []));
}

/** The attributes that take names of pages, with these names: `view` has one of them, `views` several. */
function withPages(members, names) {
  const word = (member) => {
    if (member.name === 'view') return { ...member, type: { text: [...names.map((name) => `'${name}'`), 'undefined'].join(' | ') } };
    if (member.name !== 'views') return member;
    return { ...member, description: `${member.description} The names: ${names.map((name) => `\`${name}\``).join(', ')}.` };
  };
  return names.length ? members.map(word) : members;
}

/** Everything that a tag's class says. */
export function readTag(symbol) {
  return {
    name: symbol.name,
    tagName: tagsOf(symbol, 'tag')[0],
    summary: tagsOf(symbol, 'summary')[0],
    description: docsOf(symbol),
    members: withPages(described(symbol), pageNamesOf(symbol)),
    events: listOf(symbol, 'fires'),
    slots: listOf(symbol, 'slot'),
    cssParts: listOf(symbol, 'csspart', 'part'),
    cssProperties: listOf(symbol, 'cssprop', 'cssproperty'),
    cssStates: listOf(symbol, 'cssstate'),
  };
}

/** Event name to its class: what a listener on any element gets. */
export function readEvents() {
  const map = checker.resolveName('GlobalEventHandlersEventMap', undefined, ts.SymbolFlags.Interface, false);
  const events = map
    ? checker
        .getDeclaredTypeOfSymbol(map)
        .getProperties()
        .filter(({ name }) => name.startsWith('milieu-'))
    : [];
  return events.map((event) => {
    const { symbol } = checker.getTypeOfSymbol(event);
    return { event: event.name, name: symbol.name, description: docsOf(symbol), members: described(symbol) };
  });
}

/** The fields of an exported interface. */
export const readInterface = (name) => described(exportsOf('index.ts').get(name));

/** The entries of a table of texts in the sources: code, text, and its comment. */
function readTexts(file, table) {
  const found = [];
  const visit = (node) => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === table) ts.forEachChild(node, collect);
    else ts.forEachChild(node, visit);
  };
  const collect = (node) => {
    if (!ts.isPropertyAssignment(node)) return ts.forEachChild(node, collect);
    const { name, initializer } = node;
    const symbol = checker.getSymbolAtLocation(name);
    found.push({
      code: ts.isStringLiteralLike(name) ? name.text : name.getText(),
      text: ts.isStringLiteralLike(initializer) ? initializer.text : '',
      description: symbol ? docsOf(symbol) : '',
    });
  };
  const module = program.getSourceFile(join(source, file));
  if (module) visit(module);
  return found;
}

/** Every error code with its sentence for people, and what a host should know of it. */
export const readErrors = () => ({ errors: readTexts('records/base/errors.ts', 'texts'), refusals: readTexts('model/refusals.ts', 'refusals') });
