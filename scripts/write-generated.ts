// Everything that is written from the IDLs: nobody types a field's name, or its place, twice.
await import('./write-layouts.ts');
await import('./write-offsets.ts');
await import('./write-sdk.ts');
await import('./write-sums.ts');
