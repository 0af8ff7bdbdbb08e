import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';

/** The page on which the user agrees or does not: one form for a browser and for a test. */
export async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      '<!doctype html><title>Agree?</title><form method="post">' +
        '<button name="answer" value="agree">Agree</button>' +
        '<button name="answer" value="cancel">Cancel</button></form>',
    );
    return;
  }
  const agreed = (await bodyOf(request)) === 'answer=agree';
  await provider.interactionFinished(
    request,
    response,
    agreed ? await agreement(provider, request, response) : { error: 'access_denied' },
  );
}

async function agreement(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  const { params } = await provider.interactionDetails(request, response);
  const accountId = 'someone';
  const grant = new provider.Grant({ accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  return { login: { accountId }, consent: { grantId: await grant.save() } };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(request, 'end');
  return Buffer.concat(chunks).toString('utf8');
}
