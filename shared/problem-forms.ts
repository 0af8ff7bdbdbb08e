/** How many places of the program are told of one fault, the innermost first. */
export const PROBLEM_FRAMES = 12;

/** `TypeError` */
export const PROBLEM_NAME = /^[A-Za-z]{1,40}$/;

/** `drawRow (index-CX3d.js:1:2345)`: a function of the program and where it stands. */
export const STACK_FRAME = /^(?:[\w$.]{1,60} )?\([\w.-]{1,80}\.(?:js|tsx?):\d{1,9}:\d{1,9}\)$/;

const IDENTIFIER = String.raw`[A-Za-z_$][\w$]{0,40}`;

/** What the engine and React say in words of their own; nothing of the library can stand in them. */
export const PROBLEM_MESSAGES: readonly RegExp[] = [
  new RegExp(
    `^Cannot (?:read|set) properties of (?:undefined|null) \\((?:reading|setting) '${IDENTIFIER}'\\)$`,
  ),
  new RegExp(`^(?:${IDENTIFIER}\\.){0,4}${IDENTIFIER} is not (?:a function|iterable|defined)$`),
  /^Maximum call stack size exceeded$/,
  /^Invalid array length$/,
  /^Minified React error #\d{1,4}$/,
];
