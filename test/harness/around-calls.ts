/** The same object, but for each call of one of its methods what `around` makes of it. */
export function aroundCalls<T extends object>(
  target: T,
  around: (call: () => unknown, name: string | symbol) => unknown,
): T {
  return new Proxy(target, {
    get: (of, name) => {
      const value: unknown = Reflect.get(of, name, of);
      return typeof value === 'function'
        ? (...values: unknown[]) => around(() => Reflect.apply(value, of, values), name)
        : value;
    },
  });
}
