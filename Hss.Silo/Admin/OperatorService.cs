using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Admin;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Admin;
using Hss.Interfaces.Entities;
using Hss.Silo.Journal;

namespace Hss.Silo.Admin;

/// <summary>Operators' work on effects by hand: noted in the journal first, then done.</summary>
public sealed class OperatorService(JournalAdministration administration, IJournal journal, IGrainFactory grains, TimeProvider time)
{
    private static readonly Refusal NotFound = new(RefusalCodes.NotFound, "No such effect");

    /// <summary>Makes an effect due now.</summary>
    public Task<Outcome<bool>> Retry(CallContext context, string effect, string reason) =>
        Act(context, "effect.retry", effect, reason, () => administration.RetryEffect(effect, time.GetUtcNow()));

    /// <summary>Removes an effect for good.</summary>
    public Task<Outcome<bool>> Discard(CallContext context, string effect, string reason) =>
        Act(context, "effect.discard", effect, reason, () => administration.DiscardEffect(effect));

    private async Task<Outcome<bool>> Act(CallContext context, string action, string effect, string reason, Func<Task<bool>> act)
    {
        if (!await administration.HasEffect(effect).ConfigureAwait(false) && !await IsRepeat(context).ConfigureAwait(false))
            return NotFound;
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(effect)))[..32];
        var noted = await grains.GetGrain<IOperatorLogGrain>(OperatorLogKind.Instance.Key(id).ToString()).Note(context, action, effect, reason).ConfigureAwait(false);
        if (!noted.Accepted)
            return noted;
        // It may have been carried out between the look and now, or by this request's first try; then there is nothing left to do.
        return await act().ConfigureAwait(false) || noted.Replayed ? noted : NotFound;
    }

    // A repeat of a request that was carried out finds no effect any more; the grain has its answer.
    private async Task<bool> IsRepeat(CallContext context) =>
        context.Operation is { } operation && await journal.FindOperation(operation.Id).ConfigureAwait(false) is not null;
}
