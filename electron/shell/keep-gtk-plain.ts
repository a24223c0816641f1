import { app } from 'electron';

/**
 * GTK, which Chromium asks for colours and for the file dialog, loads the driver of the screen when it starts, to see
 * whether it could draw with it: 22 MB of Mesa and LLVM for as long as the program runs, and nothing here is drawn by
 * GTK. It reads this once (https://docs.gtk.org/gtk3/running.html); whatever is started later must not inherit it. Has
 * to run before Electron is ready. What a person has set stays.
 */
export function keepGtkPlain(environment: NodeJS.ProcessEnv): void {
  if (process.platform !== 'linux' || environment.GDK_GL !== undefined) return;
  environment.GDK_GL = 'disable';
  void app.whenReady().then(() => {
    delete environment.GDK_GL;
  });
}
