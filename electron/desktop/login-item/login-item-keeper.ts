import type { LoginItem } from '../../../shared/login-item.ts';

/** The system's list of what starts at login, as far as it concerns Cratewatch. */
export interface LoginItemKeeper {
  /** How it stands there now. */
  read(): Promise<LoginItem>;
  /** Rejects where the system does not take it. */
  set(isOn: boolean): Promise<void>;
  /** An entry of ours that names a program which has moved names this one from now on. */
  putRight(): Promise<void>;
}
