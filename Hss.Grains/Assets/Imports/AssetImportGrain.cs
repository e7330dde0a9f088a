using System.Collections.Immutable;
using Hss.Grains.Assets.References;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Numbers;
using Hss.Interfaces.Assets.Imports;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Numbers;

namespace Hss.Grains.Assets.Imports;

/// <summary>One import. It holds what its rows need and keeps the rows; who makes assets of them asks it for the next ones, and tells it.</summary>
[GrainType("asset-import")]
public sealed class AssetImportGrain(EntityServices services, IGrainFactory grains, DataKeyRing ring)
    : ProcessGrain<ImportState>(AssetImportKind.Instance, services), IAssetImportGrain
{
    // The first event says that it is accepted; each one after it is a part.
    private const int EventsBeforeParts = 1;

    private readonly EntityServices _services = services;

    /// <inheritdoc />
    public async Task<Outcome<ImportView>> Accept(CallContext context, ImmutableArray<ImportRow> rows)
    {
        var known = await Execute(context, static (state, _) => ImportRules.MayAccept(state), ImportViews.Of);
        if (known.Replayed || !known.Accepted)
            return known;
        var holds = new ImportHolds(grains, ring, context, Key);
        try
        {
            var (tagged, faults) = await holds.Take(rows, _services.Time.GetUtcNow());
            var outcome = faults.IsEmpty
                ? await Execute(context, (state, now) => ImportRules.Accept(state, context, tagged, holds.References, holds.Series, now), ImportViews.Of)
                : new Refusal(RefusalCodes.Invalid, "The file has faults") { Details = faults };
            if (!outcome.Accepted || outcome.Replayed)
                await holds.Release();
            return outcome;
        }
        catch (Exception e) when (e is not JournalException { Fault: JournalFault.OutcomeUnknown })
        {
            // When nobody knows whether it was accepted, the holds stay: they come due, and then it is known.
            await holds.Release();
            throw;
        }
    }

    /// <inheritdoc />
    public async Task<Outcome<ImportView>> Start(CallContext context)
    {
        var state = await Read(static (state, _) => state);
        if (state.Status == ImportStatus.Accepted)
        {
            var holds = new ImportHolds(grains, ring, context, Key);
            await holds.Confirm(state.Series, []);
            for (var part = 0; part < state.Parts; part++)
                await holds.Confirm([], (await Part(part)).Select(r => r.Tag!));
        }

        return await Execute(context, ImportRules.Start, ImportViews.Of);
    }

    /// <inheritdoc />
    public async Task<ImportPart?> Next()
    {
        var (part, parts) = await Read(static (state, _) => (state.PartsDone, state.Parts));
        return part < parts ? new(part, await Part(part)) : null;
    }

    /// <inheritdoc />
    public async Task<Outcome<ImportView>> Advance(CallContext context, int part, ImmutableArray<ImportRowError> errors)
    {
        var advanced = await Execute(context, (state, now) => ImportRules.Advance(state, part, errors, now), ImportViews.Of);
        if (advanced is { Accepted: true, Value.CompletedAt: not null })
        {
            foreach (var reference in await Read(static (state, _) => state.References))
                await Downwards.Try(() => ImportHolds.ReleaseReference(grains, context, reference, Key));
        }

        return advanced;
    }

    /// <inheritdoc />
    public Task<ImportView?> Get() => Read(static (state, version) => state.WasAccepted ? ImportViews.Of(state) with { Version = version } : null);

    /// <inheritdoc />
    public async Task Settle(OverdueHold hold)
    {
        var context = CallContext.System("settle");
        var state = (await Execute(context, ImportRules.Settle, static state => state)).Value!;
        if (hold.Resource.Kind == AssetCategoryKind.Instance.Name || hold.Resource.Kind == AssetLocationKind.Instance.Name)
        {
            // While the rows become assets they refer to it, though the asset's own row does not say so yet.
            if (!state.WasAccepted || state.CompletedAt is not null)
                await ImportHolds.ReleaseReference(grains, context, hold.Resource, Key);
        }
        else if (hold.Resource.Kind == NumberKind.Instance.Name)
        {
            var numbers = grains.GetGrain<INumberGrain>(hold.Resource.ToString());
            _ = state.WasAccepted ? await numbers.ConfirmMany(context, Key) : await numbers.ReleaseMany(context, Key);
        }
        else
        {
            var name = grains.GetGrain<IUniqueNameGrain>(hold.Resource.ToString());
            _ = state.WasAccepted ? await name.Confirm(context, Key) : await name.Release(context, Key);
        }
    }

    private async Task<ImmutableArray<ImportRow>> Part(int part)
    {
        var version = EventsBeforeParts + part + 1;
        var events = await _services.Journal.Events(new() { Kind = Key.Kind, Id = Key.Id, AfterVersion = version - 1, BeforeVersion = version + 1, Limit = 1 }, default);
        return ((ImportRowsKept)_services.Codec.DecodeEvent(AssetImportKind.Instance, Key, events[0].Event)).Rows;
    }
}
