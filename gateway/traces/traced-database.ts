/** A database whose statements are spans, by their names: never their text, never their parameters. */
import type { Database } from '../../subgraphs/database/database.ts';
import type { Traces } from './traces.ts';

export function tracedDatabase(database: Database, span: Traces['span']): Database {
  const sql = <Result>(name: string, role: string, work: () => Promise<Result>): Promise<Result> =>
    span(
      `sql ${name}`,
      { 'db.system.name': 'postgresql', 'db.query.summary': name, 'credit.database.role': role },
      work,
    );
  return {
    ...database,
    read: async (session, checkWanted) => {
      const role = session.role.toLowerCase();
      const transaction = await sql('begin', role, () => database.read(session, checkWanted));
      return {
        ...transaction,
        query: (statement, parameters) => sql(statement.name, role, () => transaction.query(statement, parameters)),
      };
    },
    execute: (session, role, statement, parameters) =>
      sql(statement.name, role, () => database.execute(session, role, statement, parameters)),
    // A unit of work is one span: its statements are MikroORM's and have no names.
    write: (session, role, work, moment) => sql('write', role, () => database.write(session, role, work, moment)),
  };
}
