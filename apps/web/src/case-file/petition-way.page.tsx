import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { api, ok } from '../api/client.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';

/** From a petition to its file: lists that know the petition alone lead here. */
export function PetitionWayPage() {
  const { id = '' } = useParams();
  const petition = useQuery({
    queryKey: ['petition', id],
    queryFn: () => ok(api.GET('/api/v1/petitions/{id}', { params: { path: { id } } })),
    retry: false,
  });
  if (petition.data?.caseFileId) return <Navigate to={`/ho-so/${petition.data.caseFileId}?muc=don`} replace />;
  return (
    <>
      <PageHead title="Đơn trong sổ tiếp nhận" />
      <Loaded query={petition}>
        {({ registerLabel }) => (
          <section className="panel">
            <Empty>Đơn số {registerLabel} chưa có hồ sơ nào để mở.</Empty>
          </section>
        )}
      </Loaded>
    </>
  );
}
