/**
 * Finds or installs what `startCeph` needs.
 * @returns `true`, or why there is no Ceph here.
 */
export function ensureCeph(options?: { install?: boolean }): Promise<true | string>
