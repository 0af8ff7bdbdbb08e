import { type IncomingMessage, request } from 'node:http';

const MAX_STEPS = 5;
const TICKET = /<input type="hidden" name="ticket" value="([^"]+)">/;

interface Page {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
}

/**
 * Does what a person does in a browser, for the sample library, where no browser is to be opened:
 * reads the page of the sample service, presses "Agree" and follows the way back to the app.
 * Rejects with an Error for any address not on 127.0.0.1, and when the way does not end well.
 */
export async function agreeInSampleBrowser(authorizeUrl: string): Promise<void> {
  let page = await visit(authorizeUrl, null);
  let address = authorizeUrl;
  if (page.location === null) {
    const ticket = TICKET.exec(page.body)?.[1];
    if (page.status !== 200 || ticket === undefined) {
      throw new Error(`The sample service did not ask for consent (status ${page.status})`);
    }
    const form = new URLSearchParams({ ticket, decision: 'agree' });
    address = new URL('/authorize', authorizeUrl).href;
    page = await visit(address, form.toString());
  }
  for (let step = 0; page.location !== null; step += 1) {
    if (step === MAX_STEPS) {
      throw new Error('The way back to the app goes in circles');
    }
    address = new URL(page.location, address).href;
    page = await visit(address, null);
  }
  if (page.status >= 400) {
    throw new Error(`The app did not take the answer (status ${page.status})`);
  }
}

/** One request on a connection of its own: nothing stays open afterwards. */
function visit(address: string, form: string | null): Promise<Page> {
  const url = new URL(address);
  if (url.protocol !== 'http:' || url.hostname !== '127.0.0.1') {
    // The address is not repeated: its query may hold a code.
    return Promise.reject(new Error('The sample sign-in stays on 127.0.0.1'));
  }
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: form === null ? 'GET' : 'POST',
        agent: false,
        headers: {
          accept: 'text/html',
          ...(form === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        },
      },
      (response) => readPage(response).then(resolve, reject),
    );
    sent.on('error', reject);
    sent.end(form ?? undefined);
  });
}

async function readPage(response: IncomingMessage): Promise<Page> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) {
    chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
  }
  const { location } = response.headers;
  const status = response.statusCode ?? 0;
  return {
    status,
    location: status >= 300 && status < 400 ? (location ?? null) : null,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
