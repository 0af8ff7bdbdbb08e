/**
 * Runs in the page. Resolves when the page says that its first content stands, and everything that
 * can be seen of it is painted: used for pictures of the window and for measuring.
 */
export const WAIT_FOR_CONTENT = `(async () => {
  const root = document.documentElement;
  await new Promise((resolve) => {
    const look = () => {
      if (root.dataset.ready === 'true') {
        observer.disconnect();
        resolve();
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { attributes: true, attributeFilter: ['data-ready'] });
    look();
  });
  const isSeen = (image) => {
    const box = image.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  };
  await Promise.all([...document.images].filter(isSeen).map((image) => image.complete || new Promise(
    (resolve) => {
      image.addEventListener('load', resolve, { once: true });
      image.addEventListener('error', resolve, { once: true });
    },
  )));
  await document.fonts.ready;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
})()`;
