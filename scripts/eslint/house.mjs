// Lint rules of this project: how big a class and a `render` may grow, which file is the home of what.
import { oneHome } from './one-home.mjs';

/** @param {any} node */
const lines = ({ loc }) => loc.end.line - loc.start.line + 1;

const oneNumber = [{ type: 'integer', minimum: 1 }];

/** @type {import('eslint').Rule.RuleModule} */
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

/** @type {import('eslint').Rule.RuleModule} */
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

export default { rules: { 'class-size': classSize, 'render-size': renderSize, 'one-home': oneHome } };
