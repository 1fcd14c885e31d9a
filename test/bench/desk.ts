// What the desk itself costs: an order decided, applied and its effects computed, and its events encoded.
// Run: node dist/test/bench/desk.js

import { Bench } from 'tinybench';
import { WireWriter, encodeEvent } from '../../spec/events/index.ts';
import { childOf, enter, filled, newBench } from '../fixtures/desk.ts';

const desk = newBench();
let count = 0;
let sink = 0;

/** An order in, and what the venue says of it until its end: the desk is as empty afterwards as before. */
function wholeOrder(): void {
  count += 1;
  const clOrdID = `B${count}`;
  sink += desk.send(enter(desk, clOrdID)).effects.length;
  sink += desk.send(filled(childOf(desk, clOrdID), clOrdID, '10')).effects.length;
  desk.ended.clear();
  desk.state.hash.touched.clear(); // As a snapshot does.
  desk.recorded.length = 0;
}

const sample = newBench();
const { recorded } = sample.send(enter(sample, 'SAMPLE'));
const order = sample.state.orders.values().next().value;
if (order === undefined) throw new Error('the sample was not accepted');
const writer = new WireWriter();
const encoded = recorded.map(({ event }) => encodeEvent(event, writer).slice());
const target = new Uint8Array(4_096);

const bench = new Bench({ name: 'desk', time: 500 });
bench
  .add('floor: an order of 27 fields copied five times, once for each event', () => {
    for (let copy = 0; copy < 5; copy += 1)
      sink += { ...order, expiring: copy > 2 }.children.length;
  })
  .add('causeway: an order in and filled, decided, applied and its effects', wholeOrder)
  .add('floor: the bytes of OrderAccepted and ChildDecided copied', () => {
    for (const bytes of encoded) target.set(bytes, 0);
    sink += target[0] ?? 0;
  })
  .add('causeway: OrderAccepted and ChildDecided encoded', () => {
    for (const { event } of recorded) sink += encodeEvent(event, writer).length;
  });
await bench.run();
for (const task of bench.tasks) {
  const { result } = task;
  if (result.state !== 'completed') throw new Error(`${task.name}: ${result.state}`);
  const us = (ms: number) => (ms * 1_000).toFixed(2).padStart(8);
  const { p50, p99 } = result.latency;
  process.stdout.write(`${task.name.padEnd(72)} p50 ${us(p50)} us  p99 ${us(p99)} us\n`);
}
if (sink === 0) throw new Error('nothing was done');
