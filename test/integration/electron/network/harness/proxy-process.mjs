import { lookup } from 'node:dns';
import { RequestError, Server } from 'proxy-chain';

/**
 * A proxy in a process of its own. Every name ending in `.test` is this machine, so that an address
 * can look as if it stood out there. It tells its port, then each tunnel that is asked for.
 */
const { PROXY_USER: user, PROXY_PASSWORD: password, PROXY_REFUSES_WITH: refusal } = process.env;
const tell = (what) => process.send?.({ kind: 'asked', what });
const server = new Server({
  host: '127.0.0.1',
  port: 0,
  prepareRequestFunction: ({ username, password: given, hostname, isHttp }) => {
    if (refusal !== undefined) {
      tell(`refused ${hostname}`);
      throw new RequestError('Not here', Number(refusal));
    }
    const isWelcome = user === undefined || (username === user && given === password);
    tell(isWelcome ? `${isHttp ? 'read' : 'led to'} ${hostname}` : `sent away ${username ?? ''}`);
    return {
      requestAuthentication: !isWelcome,
      dnsLookup: (name, options, done) =>
        lookup(name.endsWith('.test') ? '127.0.0.1' : name, options, done),
    };
  },
});
await server.listen();
process.send?.({ kind: 'listening', port: server.port });
