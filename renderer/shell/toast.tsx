/** A short answer to something the user did. It takes no focus and goes by itself. */
export function Toast({ text }: { readonly text: string }) {
  return (
    <div className="toast-place" role="status" aria-live="polite">
      {text !== '' && <p className="toast">{text}</p>}
    </div>
  );
}
