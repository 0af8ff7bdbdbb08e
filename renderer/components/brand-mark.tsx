/** Our own mark: a record standing in its crate. */
export function BrandMark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M4.6 12.2a7.4 7.4 0 0 1 14.8 0Z" fill="var(--accent)" />
      <path
        d="M8 12.2a4 4 0 0 1 8 0"
        fill="none"
        stroke="var(--paper-sunken)"
        strokeWidth="1.1"
        opacity=".75"
      />
      <path
        d="M2.4 12.2h19.2v7.4a1.8 1.8 0 0 1-1.8 1.8H4.2a1.8 1.8 0 0 1-1.8-1.8Z"
        fill="currentColor"
      />
      <path
        d="M5.4 15.4h13.2M5.4 18.3h13.2"
        stroke="var(--paper-sunken)"
        strokeWidth="1.2"
        strokeLinecap="round"
        opacity=".85"
      />
    </svg>
  );
}
