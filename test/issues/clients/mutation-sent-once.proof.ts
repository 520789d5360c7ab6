/** A mutation that may have been done is not asked again, however its question is written (gateway/kit/cases/README.md, refusals). */
import { describe, expect, it } from 'vitest';
import { CLIENTS, questionOf, runAgainst } from './fake.ts';

const late = JSON.stringify({ errors: [{ message: 'late', extensions: { code: 'UNAVAILABLE', help: 'h' } }] });

const QUESTIONS = {
  'as the page has it': '{"query":"mutation { a { b } }"}',
  'behind a comment': String.raw`{"query":"# grants\nmutation { a { b } }"}`,
  'behind a fragment': '{"query":"fragment F on A { b } mutation { a { ...F } }"}',
  'behind a line break': String.raw`{"query":"\n  mutation { a { b } }"}`,
  'with a blank before the colon': '{ "query" : "mutation { a { b } }" }',
};

describe.each(Object.entries(CLIENTS))('%s', (_name, client) => {
  it.each(Object.entries(QUESTIONS))('A39.1 sends a mutation %s once', async (_how, question) => {
    const { asked } = await runAgainst((response) => response.writeHead(503).end(late), client, [
      'ask',
      questionOf(question),
    ]);
    expect(asked).toHaveLength(1);
  });
});
