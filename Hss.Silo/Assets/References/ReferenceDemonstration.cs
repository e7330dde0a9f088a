using Hss.Grains.Assets.References;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets.References;
using Hss.Interfaces.Entities;
using Hss.Silo.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Assets.References;

/// <summary>
/// Makes the demonstration's categories and locations in Development, each that no one ever made or deleted: its id follows from its code, so a
/// start that was cut off is completed by the next, and what somebody has deleted stays so.
/// </summary>
public sealed class ReferenceDemonstration(
    ReferenceService references, IJournal journal, HssSettings settings, ILogger<ReferenceDemonstration> log) : IHostedService
{
    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.Development)
            return;
        var context = CallContext.System("demonstration");
        var (categoryKind, locationKind) = (AssetCategoryKind.Instance.Name, AssetLocationKind.Instance.Name);
        var categories = await Missing(categoryKind, DemonstrationReferences.Categories, cancellationToken).ConfigureAwait(false);
        var locations = await Missing(locationKind, DemonstrationReferences.Locations, cancellationToken).ConfigureAwait(false);
        await Task.WhenAll(categories.Select(c => Make(c, () => references.Create(context, IdOf(categoryKind, c), c)))
            .Concat(locations.Select(l => Make(l, () => references.Create(context, IdOf(locationKind, l), l))))).ConfigureAwait(false);
        if (categories.Count + locations.Count > 0)
            log.LogInformation("Made demonstration categories and locations of assets: {Categories}, {Locations}", categories.Count, locations.Count);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string IdOf(string kind, IReferenceDetails details) => ReferenceService.IdOf($"demonstration {kind} {details.Code}");

    private async Task<List<TDetails>> Missing<TDetails>(string kind, IReadOnlyList<TDetails> wanted, CancellationToken cancellation) where TDetails : IReferenceDetails
    {
        var query = new EntityQuery(kind) { Ids = [.. wanted.Select(w => IdOf(kind, w))], Limit = wanted.Count };
        var known = (await journal.List(query, cancellation).ConfigureAwait(false)).Rows.Select(r => r.Key.Id).ToHashSet(StringComparer.Ordinal);
        return [.. wanted.Where(w => !known.Contains(IdOf(kind, w)))];
    }

    // A code or name that is another's by now, or what a newer program stored, is no reason not to start.
    private async Task Make<TView>(IReferenceDetails details, Func<Task<Outcome<TView>>> make)
    {
        try
        {
            if ((await make().ConfigureAwait(false)).Refusal is { } refusal)
                log.LogWarning("{Code} of the demonstration was not made: {Reason}", details.Code, refusal.Message);
        }
        catch (JournalException e) when (e.Fault == JournalFault.Unreadable)
        {
            log.LogError("{Code} of the demonstration cannot be read: {Reason}", details.Code, e.Message);
        }
    }
}
