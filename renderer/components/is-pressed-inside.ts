/** Whether a press on a row was meant for something in it, or ended a selection of text. */
export function isPressedInside(target: EventTarget): boolean {
  const isControl = target instanceof Element && target.closest('a, button, input') !== null;
  return isControl || window.getSelection()?.type === 'Range';
}
