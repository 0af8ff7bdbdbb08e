// The least that an Electron tray program can be: what Cratewatch is measured against.
import { app, BrowserWindow, Menu, nativeImage, Tray } from 'electron';

const mark = (name) =>
  process.stdout.write(`mark ${name} ${performance.timeOrigin + performance.now()}\n`);
const pixels = Buffer.alloc(22 * 22 * 4, 0xff);
let tray;

app.whenReady().then(() => {
  tray = new Tray(nativeImage.createFromBitmap(pixels, { width: 22, height: 22 }));
  tray.setContextMenu(Menu.buildFromTemplate([{ role: 'quit' }]));
  mark('tray-shown');
  if (process.argv.includes('--window')) {
    const window = new BrowserWindow({ width: 1000, height: 700 });
    window.webContents.once('did-finish-load', () => mark('window-content'));
    window.loadURL('data:text/html,<!doctype html><title>Bare</title><p>Bare');
  }
});
app.on('window-all-closed', () => undefined);
