import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import { toProblem } from '../api/problem.js';
import type { Dto } from '../api/types.js';
import { Loading } from '../ui/feedback.js';
import { FilingForm } from './filing-form.js';
import { FilingReceipt } from './filing-receipt.js';
import { PublicFrame, Refused } from './public-frame.js';

export function FilingPage() {
  return (
    <PublicFrame title="Gửi kiến nghị, phản ánh">
      <Filing />
    </PublicFrame>
  );
}

function Filing() {
  const [filed, setFiled] = useState<Dto<'FiledOnline'> | null>(null);
  const options = useQuery({
    queryKey: ['online-options'],
    queryFn: () => ok(api.GET('/api/v1/public/filings/options')),
    staleTime: 600_000,
  });
  if (filed) return <FilingReceipt filed={filed} onAnother={() => setFiled(null)} />;
  if (options.data) return <FilingForm options={options.data} onFiled={setFiled} />;
  if (options.error) return <Refused title={toProblem(options.error).title} />;
  return <Loading />;
}
