// The rules that oxlint lacks. Plain JavaScript, because the linter loads it before anything is built.

/** Refuses `new Date()` and `Date()`: both read the wall clock. `new Date(epochMs)` only converts. */
const noWallClock = {
  create(context) {
    const refuse = (node) =>
      context.report({ node, message: 'Time enters through Clock (spec/ports).' });
    return {
      NewExpression(node) {
        if (isDate(node.callee) && node.arguments.length === 0) refuse(node);
      },
      CallExpression(node) {
        if (isDate(node.callee)) refuse(node);
      },
    };
  },
};

/** Refuses a catch without a statement, which `no-empty` lets pass when it holds a comment. */
const noSilentCatch = {
  create(context) {
    return {
      CatchClause(node) {
        if (node.body.body.length > 0) return;
        context.report({ node, message: 'A catch says what becomes of the error.' });
      },
    };
  },
};

function isDate(callee) {
  return callee.type === 'Identifier' && callee.name === 'Date';
}

export default {
  meta: { name: 'causeway' },
  rules: { 'no-wall-clock': noWallClock, 'no-silent-catch': noSilentCatch },
};
