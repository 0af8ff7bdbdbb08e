import { describe, expect, it } from 'vitest';
import { isNoise } from '../../../../scripts/demo/stderr-noise.ts';

describe("the runtime's complaints", () => {
  it.each([
    '[8867:1121/034308.416939:ERROR:bus.cc(407)] Failed to connect to the bus: No such file',
    '[8867:1121/034308.416939:ERROR:dbus/bus.cc(407)] Failed to connect to the bus: No such file',
    '[1:0101/000000.1:ERROR:object_proxy.cc(576)] Failed to call method: org.freedesktop.DBus',
    '[8897:1121/034308.669:ERROR:viz_main_impl.cc(181)] Exiting GPU process due to errors',
    '[1:1121/03.1:WARNING:gpu/vaapi_wrapper_gl.cc(12)] no display',
  ])('about the missing desktop are left out: %s', (line) => {
    expect(isNoise(line)).toBe(true);
  });

  it.each([
    'Error: Cannot find module',
    'The keychain is locked.',
    '[8867:1121/034308.4:FATAL:zygote_host_impl_linux.cc(90)] No usable sandbox!',
    '[8867:1121/034308.4:ERROR:network_service.cc(1)] The network service crashed',
    'About bus.cc(407): nothing',
  ])('about anything else are shown: %s', (line) => {
    expect(isNoise(line)).toBe(false);
  });
});
