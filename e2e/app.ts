/** Where the tests find the application they drive. Two runs beside each other choose two ports. */
export const port = process.env.E2E_PORT ?? '4010';
export const origin = `http://127.0.0.1:${port}`;
/** The folder of its data, emptied at each run. */
export const dataDir = `.data-e2e-${port}`;
/** Where the application hands its mails to. */
export const mailPort = Number(port) + 20_000;
