// `npm run --silent bench -- …`: the gateway's bench, or the one that is named first.

const [name] = process.argv.slice(2);
if (name === 'fix') await import('./fix/main.ts');
else if (name === 'sessions') await import('./fix/sessions.ts');
else if (name === 'neighbour') await import('./fix/neighbour.ts');
else if (name === 'resend') await import('./fix/resend.ts');
else await import('./gateway/main.ts');
