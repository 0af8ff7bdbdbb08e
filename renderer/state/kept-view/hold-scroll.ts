/** About two seconds; what is not there by then will not come. */
const LONGEST_FRAMES = 120;
/** Rows and pictures can still change their height after they were drawn. */
const STEADY_FRAMES = 12;

/** What the user moves the page with. */
const USER_MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Brings something that scrolls to where it stood, and holds it there while what it shows arrives:
 * before each frame is drawn, so that nobody sees it jump. Ends as soon as the user takes over, and
 * at once where it is to stand at its top: a heading that was asked for may move it from there.
 *
 * @param wantedPx read anew for each frame; null where the place is no longer known
 * @param onSettled it stands, or the user moves it
 * @returns ends it; nothing is called any more
 */
export function holdScroll(
  scroller: HTMLElement,
  wantedPx: () => number | null,
  onSettled: () => void,
): () => void {
  let frames = 0;
  let steadyFrames = 0;
  let frame = 0;
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    cancelAnimationFrame(frame);
    for (const move of USER_MOVES) window.removeEventListener(move, settle, { capture: true });
  };
  const settle = (): void => {
    end();
    onSettled();
  };
  const step = (): void => {
    const wanted = wantedPx();
    frames += 1;
    const isThere = wanted === null || Math.abs(scroller.scrollTop - wanted) < 1;
    if (!isThere) scroller.scrollTop = wanted;
    steadyFrames = isThere ? steadyFrames + 1 : 0;
    if (!wanted || frames >= LONGEST_FRAMES || steadyFrames >= STEADY_FRAMES) settle();
    else frame = requestAnimationFrame(step);
  };
  for (const move of USER_MOVES) {
    window.addEventListener(move, settle, { capture: true, passive: true });
  }
  step();
  return end;
}
