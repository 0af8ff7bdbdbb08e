/** Style sheets are imported for their effect; Vite links them into the page. */
declare module '*.css' {}
