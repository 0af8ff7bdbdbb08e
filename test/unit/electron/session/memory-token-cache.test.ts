import { MemoryTokenCache } from '../../../../electron/session/memory-token-cache.ts';
import { describeTokenCache } from '../../../contract/token-cache-contract.ts';

describeTokenCache(
  'the memory',
  async () => ({
    cache: new MemoryTokenCache(),
    reopen: () => new MemoryTokenCache(),
    openOther: () => new MemoryTokenCache(),
    close: async () => undefined,
  }),
  { isVolatile: true },
);
