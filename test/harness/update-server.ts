import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server answers one request. */
export type UpdateAnswer = (response: ServerResponse) => void;

export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export const METADATA = 'latest-linux.yml';

/** A release as electron-builder would announce it. */
export interface AnnouncedRelease {
  readonly version: string;
  readonly files: readonly AnnouncedFile[];
}

interface AnnouncedFile {
  readonly url: string;
  readonly sha512: string;
  readonly size: number;
}

/** A server of newer versions on this machine. Everything that can go wrong there can be had. */
export class UpdateServer {
  readonly requests: SeenRequest[] = [];
  readonly #answers = new Map<string, UpdateAnswer>();
  readonly #server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    this.requests.push({ path, headers: request.headers });
    const answer = this.#answers.get(path);
    if (answer === undefined) {
      response.writeHead(404).end();
    } else {
      answer(response);
    }
  });

  static async start(): Promise<UpdateServer> {
    const server = new UpdateServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How often a file was asked for. */
  asked(name: string): number {
    return this.requests.filter(({ path }) => path === `/${name}`).length;
  }

  answer(name: string, answer: UpdateAnswer): void {
    this.#answers.set(`/${name}`, answer);
  }

  /** Announces a release; what is not in `announced` is as it should be. */
  announce(release: AnnouncedRelease): void {
    this.answer(METADATA, sends(metadataOf(release)));
  }

  /** A release that is right: announced, and its package there. */
  release(version: string, content: Buffer, name = `Cratewatch-${version}.AppImage`): void {
    this.announce({ version, files: [announcedFile(name, content)] });
    this.answer(name, sends(content));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

export function announcedFile(url: string, content: Buffer): AnnouncedFile {
  return {
    url,
    sha512: createHash('sha512').update(content).digest('base64'),
    size: content.length,
  };
}

/** JSON is YAML too. */
export function metadataOf(release: AnnouncedRelease): string {
  const [first] = release.files;
  return JSON.stringify({
    ...release,
    path: first?.url,
    sha512: first?.sha512,
    releaseDate: '2026-11-21T12:00:00.000Z',
  });
}

export function sends(body: string | Buffer, status = 200, type = 'application/octet-stream') {
  return (response: ServerResponse): void => {
    response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
    response.end(body);
  };
}

/** Promises all of it and sends the first part. */
export function breaksOff(body: Buffer, afterBytes: number): UpdateAnswer {
  return (response) => {
    response.writeHead(200, { 'Content-Length': body.length });
    response.write(body.subarray(0, afterBytes), () => response.destroy());
  };
}

/** A slow line: a megabyte a second or so. */
export function trickles(body: Buffer): UpdateAnswer {
  const pieceBytes = 50_000;
  return (response) => {
    response.writeHead(200, { 'Content-Length': body.length });
    let sentBytes = 0;
    const send = (): void => {
      response.write(body.subarray(sentBytes, sentBytes + pieceBytes));
      sentBytes += pieceBytes;
      if (sentBytes >= body.length) {
        clearInterval(timer);
        response.end();
      }
    };
    const timer = setInterval(send, 50);
    response.on('close', () => clearInterval(timer));
  };
}

export function redirectsTo(location: string): UpdateAnswer {
  return (response) => {
    response.writeHead(302, { Location: location }).end();
  };
}
