import type { Fault, FaultAction, FaultHandle, FaultMatch, SampleFaults } from './fault.ts';

interface Rule {
  readonly fault: Fault;
  seen: number;
  hits: number;
}

/** Counts requests against the rules and says which faults meet the next one. */
export class FaultRules implements SampleFaults {
  readonly #rules = new Set<Rule>();

  add(fault: Fault): FaultHandle {
    const rule: Rule = { fault, seen: 0, hits: 0 };
    this.#rules.add(rule);
    return {
      get hits() {
        return rule.hits;
      },
      remove: () => this.#rules.delete(rule),
    };
  }

  clear(): void {
    this.#rules.clear();
  }

  /** In the order in which the faults were added. Counts the request. */
  actionsFor(method: string, path: string, query = ''): FaultAction[] {
    const actions: FaultAction[] = [];
    for (const rule of this.#rules) {
      const { match, action } = rule.fault;
      if (matches(match, method, path, query)) {
        rule.seen += 1;
        const first = match.nth ?? 1;
        if (rule.seen >= first && rule.seen < first + (match.times ?? 1)) {
          rule.hits += 1;
          actions.push(action);
        }
      }
    }
    return actions;
  }
}

function matches(match: FaultMatch, method: string, path: string, query: string): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== method) {
    return false;
  }
  if (match.query !== undefined && query.search(match.query) < 0) {
    return false;
  }
  // `search` and not `test`: a pattern with the flag g must not remember where it stopped.
  return typeof match.path === 'string' ? match.path === path : path.search(match.path) >= 0;
}
