/**
 * What Electron writes on stderr where there is no desktop, no message bus and no graphics card. It
 * is harmless and would bury the lines that matter; anything else is shown.
 */
const noise: readonly RegExp[] = [
  /^\[[\d:/.]+:ERROR:(dbus\/)?(bus|object_proxy)\.cc\(\d+\)\] /,
  /^\[[\d:/.]+:ERROR:(components\/viz\/service\/main\/)?viz_main_impl\.cc\(\d+\)\] Exiting GPU process/,
  /^\[[\d:/.]+:ERROR:(content\/browser\/gpu\/)?gpu_(process_host|channel_manager|memory_buffer\w*)\.cc\(\d+\)\] /,
  /^\[[\d:/.]+:WARNING:(ui\/gl\/|gpu\/)?\w*(gl|vulkan|sandbox_linux)\w*\.cc\(\d+\)\] /,
  /^\[[\d:/.]+:ERROR:\S*(gl_\w+|angle_platform_impl|command_buffer_proxy_impl)\.cc\(\d+\)\] /,
  /^libva error: /,
  /^\s*$/,
];

export function isNoise(line: string): boolean {
  return noise.some((pattern) => pattern.test(line));
}
