import { program } from 'commander';

program.name('rean').description('Rean: the education labs of Cambodian prisons, offline.');
await program.parseAsync();
