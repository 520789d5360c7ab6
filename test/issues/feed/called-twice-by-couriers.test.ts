/**
 * Two servers began a delivery at once. The insert of the second waited for that of the first, and went on after the first call was made and settled: the
 * settled row was neither in what the statement saw nor in the index of those that wait, so that the receiver was called twice.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { deliver } from '../../../gateway/process/call-webhooks.ts';
import { BANK_A, COMPANY, databases, MARKET_REGULATION, NO_JOBS, openWorld } from '../../kit.ts';

/** Every insert but the first waits until the call of the first is settled, as on a machine that does much beside. */
const SLOW = `create sequence ledger.courier;
  create function ledger.slow_courier() returns trigger language plpgsql security definer as $$ begin
    if nextval('ledger.courier') > 1 then
      for tried in 1..1000 loop
        exit when exists (select from ledger.delivery where unit = new.unit and number = new.number and state = 'DELIVERED');
        perform pg_sleep(0.01);
      end loop;
    end if;
    return new;
  end $$;
  create trigger slow_courier before insert on ledger.delivery for each row execute function ledger.slow_courier()`;

describe.runIf(databases().includes('postgresql'))('couriers on one database, at once', () => {
  it('A39.4 a receiver is called once, however late the second begins its delivery', async () => {
    const bodies: string[] = [];
    const receiver = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      request.on('end', () => {
        bodies.push(body);
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const world = await openWorld('postgresql', {
      environment: NO_JOBS,
    });
    const owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    try {
      const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/changes`;
      await world.ask(BANK_A, 'mutation ($url: String!) { registerWebhook(url: $url) { url } }', { url });
      const { data } = await world.ask(
        BANK_A,
        'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { id item { code } } } } }',
        { id: COMPANY },
        { purpose: 'LOAN_ORIGINATION' },
      );
      const correct = async (fineYuan: string): Promise<void> => {
        const { id } = data.subject.records.nodes.find(
          ({ item }: { item: { code: string } }) => item.code === 'PENALTY-GENERAL',
        );
        const { errors } = await world.ask(
          MARKET_REGULATION,
          'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { id } }',
          { input: { record: id, reason: '金额有误', content: { fineYuan } } },
        );
        expect(errors).toBeUndefined();
      };
      const rounds = async (): Promise<number> => {
        const done = await Promise.all([1, 2, 3, 4].map(() => deliver(world.server.platform)));
        return done.reduce((sum, { delivered }) => sum + delivered, 0);
      };
      await correct('101.00');
      await owner.query(SLOW);
      expect(await rounds()).toBe(1);
      expect(bodies.map((body) => JSON.parse(body).count)).toEqual([1]);
      // What came behind it is told, once too.
      await owner.query('drop trigger slow_courier on ledger.delivery');
      await correct('102.00');
      expect(await rounds()).toBe(1);
      expect(bodies.map((body) => JSON.parse(body).count)).toEqual([1, 1]);
    } finally {
      await owner.end();
      receiver.closeAllConnections();
      receiver.close();
      await world.close();
    }
  });
});
