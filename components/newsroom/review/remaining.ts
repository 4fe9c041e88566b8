const minute = 60_000;

/** `tersisa 1 jam 12 menit`, `tersisa kurang dari 1 menit`, `terlambat 5 menit`. */
export function remainingText(milliseconds: number): string {
  const isLate = milliseconds <= 0;
  const minutes = Math.floor(Math.abs(milliseconds) / minute);
  if (minutes === 0) return isLate ? 'waktunya habis' : 'tersisa kurang dari 1 menit';
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [days > 0 && `${days} hari`, hours > 0 && `${hours} jam`, rest > 0 && days === 0 && `${rest} menit`];
  return `${isLate ? 'terlambat' : 'tersisa'} ${parts.filter(Boolean).join(' ')}`;
}
