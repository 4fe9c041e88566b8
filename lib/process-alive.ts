import { errorCode } from './errors.ts';

/** Whether a process of this number is there, whoever owns it; one that ended and that nobody collected yet counts. */
export function isProcessAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
