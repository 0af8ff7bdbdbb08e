/**
 * Both run in the page. They reject when it has no content after 20 s, so that nobody waits for ever
 * for a page that is broken.
 */
const CONTENT_IS_THERE = `
  const root = document.documentElement;
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('The page showed no content in 20 s.')), 20_000);
    const look = () => {
      if (root.dataset.ready === 'true') {
        clearTimeout(limit);
        observer.disconnect();
        resolve();
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { attributes: true, attributeFilter: ['data-ready'] });
    look();
  });
  await nextFrame();
`;

/** Resolves when the page says that its first content stands, and the next frame has begun. */
export const WAIT_FOR_FIRST_CONTENT = `(async () => { ${CONTENT_IS_THERE} })()`;

/**
 * Resolves when the page has come to rest, for a picture of it: lists have arrived, the images in
 * sight are loaded, and what fades in is there. Something that goes on moving, such as the progress
 * of a pass, holds it up for ten rounds at most.
 */
export const WAIT_FOR_SETTLED_CONTENT = `(async () => {
  ${CONTENT_IS_THERE}
  const isSeen = (image) => {
    const box = image.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  };
  const loaded = (image) => image.complete || new Promise((resolve) => {
    image.addEventListener('load', resolve, { once: true });
    image.addEventListener('error', resolve, { once: true });
  });
  const ends = (animation) => animation.effect.getComputedTiming().endTime !== Infinity;
  const ended = (animation) => animation.finished.catch(() => null);
  let hasChanged = true;
  const observer = new MutationObserver(() => { hasChanged = true; });
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  for (let round = 0; hasChanged && round < 10; round += 1) {
    hasChanged = false;
    await Promise.all([...document.images].filter(isSeen).map(loaded));
    await Promise.all(document.getAnimations().filter(ends).map(ended));
    await document.fonts.ready;
    for (let frame = 0; frame < 6; frame += 1) {
      await nextFrame();
    }
  }
  observer.disconnect();
})()`;
