/** A TCP proxy of our own: it is cut, and mended again. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export class TcpProxy {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #isCut = false;

  constructor(port: number) {
    this.#server = createServer((from) => {
      if (this.#isCut) {
        from.destroy();
        return;
      }
      const to = connect(port, '127.0.0.1');
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const) {
        this.#open.add(one);
        one.on('error', () => undefined);
        one.on('close', () => {
          this.#open.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
  }

  /** Its port. */
  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  /** What is open ends, and nothing is taken until it is mended. */
  cut(): void {
    this.#isCut = true;
    for (const one of this.#open) one.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}
