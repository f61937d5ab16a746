import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { byOrder, orderBetween, orderLimits, renumber } from '../../../src/model/kinds/agenda-item/order.js';

const item = (order: unknown, id = 'a') => ({ id, data: { order } });

describe('order', () => {
  it('puts an item between two others, or says that there is no room', () => {
    const anywhere = fc.double({ min: -1e8, max: 1e8, noNaN: true });
    fc.assert(
      fc.property(anywhere, anywhere, (one, other) => {
        const [before, after] = [Math.min(one, other), Math.max(one, other)];
        const order = orderBetween(before, after);
        if (order === undefined) assert.ok(after - before <= 1e-6);
        else assert.ok(before < order && order < after);
      }),
    );
  });

  it('there is room at the start, at the end and in an empty list', () => {
    assert.ok(orderBetween(undefined, 5)! < 5);
    assert.ok(orderBetween(5, undefined)! > 5);
    assert.equal(typeof orderBetween(), 'number');
  });

  it('says so when a gap was halved too often, and renumbering makes room again', () => {
    let after: number | undefined = 2048;
    let moves = 0;
    while (moves < 100 && (after = orderBetween(1024, after)) !== undefined) moves += 1;
    assert.ok(moves > 20 && moves < 60, String(moves));
    const [first, second] = renumber(2);
    assert.ok(orderBetween(first, second) !== undefined);
  });

  it('the order stays within the limits of the schema', () => {
    assert.equal(orderBetween(orderLimits.most, undefined), undefined);
    assert.equal(orderBetween(undefined, -orderLimits.most), undefined);
    assert.equal(orderBetween(3, 1), undefined);
  });

  it('a list keeps its order after many random moves', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 60 }), (moves) => {
        let list = renumber(8).map((order, at) => item(order, `id-${at}`));
        for (const [from, to] of moves) {
          const moved = list.splice(from, 1)[0]!;
          list.splice(to, 0, moved);
          const order = orderBetween(list[to - 1]?.data.order as number | undefined, list[to + 1]?.data.order as number | undefined);
          if (order === undefined) list = renumber(8).map((fresh, at) => item(fresh, list[at]!.id));
          else list[to] = item(order, moved.id);
          const shuffled = [...list].reverse().sort(byOrder);
          assert.deepEqual(
            shuffled.map(({ id }) => id),
            list.map(({ id }) => id),
          );
        }
      }),
    );
  });

  it('items with equal order are sorted the same on every screen, and items without one are last', () => {
    const list = [item(undefined, 'd'), item(1, 'b'), item(1, 'a'), item('0', 'c'), item(0, 'e')];
    assert.deepEqual(
      list.sort(byOrder).map(({ id }) => id),
      ['e', 'a', 'b', 'c', 'd'],
    );
    assert.equal(byOrder(item(1), item(1)), 0);
  });
});
