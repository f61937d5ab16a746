// Lint rules of this project: which room imports which, how big a class and a `render` may grow.
import { refusal } from '../layers.mjs';

const lines = ({ loc }) => loc.end.line - loc.start.line + 1;

const imports = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const check = (node, source, way) => {
      if (typeof source?.value !== 'string') return;
      const message = refusal(context.filename, source.value, way);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source, node.importKind === 'type' ? 'type' : 'value'),
      ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind === 'type' ? 'type' : 'value'),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === 'type' ? 'type' : 'value'),
      ImportExpression: (node) => check(node, node.source, 'lazy'),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal, 'type'),
    };
  },
};

const oneNumber = [{ type: 'integer', minimum: 1 }];

const classSize = {
  meta: { type: 'suggestion', schema: oneNumber },
  create(context) {
    const [max] = context.options;
    const check = (node) => {
      if (lines(node) > max) context.report({ node, message: `This class has ${lines(node)} lines, more than ${max}: it holds two ideas.` });
    };
    return { ClassDeclaration: check, ClassExpression: check };
  },
};

const renderSize = {
  meta: { type: 'suggestion', schema: oneNumber },
  create(context) {
    const [max] = context.options;
    return {
      'MethodDefinition[key.name=/render/i], PropertyDefinition[key.name=/render/i], FunctionDeclaration[id.name=/render/i]': (node) => {
        if (lines(node) > max) context.report({ node, message: `This render has ${lines(node)} lines, more than ${max}: part it.` });
      },
    };
  },
};

export default { rules: { imports, 'class-size': classSize, 'render-size': renderSize } };
