using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Shop.Catalog;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;
using Hss.Silo.Hosting;
using Hss.Silo.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Shop.Catalog;

/// <summary>
/// Makes the demonstration catalog in Development, when there is no other. It is made by the same calls as any; what a start that was cut off
/// has left out is made by the next.
/// </summary>
public sealed class CatalogDemonstration(
    CatalogService catalog, IJournal journal, EntityCodec codec, HssSettings settings, ILogger<CatalogDemonstration> log) : IHostedService
{
    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.Development)
            return;
        // What a newer program wrote cannot be judged here; then nothing is made.
        if (await Read(CategoryKind.Instance, cancellationToken).ConfigureAwait(false) is not { } categories
            || await Read(ProductKind.Instance, cancellationToken).ConfigureAwait(false) is not { } products)
            return;
        var names = categories.Where(c => c.Name.Length > 0).ToLookup(c => c.Name, c => c.Id, StringComparer.Ordinal).ToDictionary(n => n.Key, n => n.Last(), StringComparer.Ordinal);
        var serials = products.Select(p => p.Details.SerialNumber).Where(s => s.Length > 0).ToHashSet(StringComparer.Ordinal);
        var ours = names.Keys.All(DemonstrationCatalog.Categories.Contains) && serials.All(s => DemonstrationCatalog.Products.Any(p => p.Serial == s));
        if (!ours || (names.Count == DemonstrationCatalog.Categories.Length && serials.Count == DemonstrationCatalog.Products.Length))
            return;
        await Fill(names, serials).ConfigureAwait(false);
        log.LogInformation(
            "Made the demonstration catalog: {Categories} categories, {Products} products", DemonstrationCatalog.Categories.Length, DemonstrationCatalog.Products.Length);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Numbers in the order of the lists; the things themselves at once.
    private async Task Fill(Dictionary<string, string> names, HashSet<string> serials)
    {
        var context = CallContext.System("demonstration");
        var making = new List<Task<Outcome<CategoryView>>>();
        foreach (var name in DemonstrationCatalog.Categories.Where(c => !names.ContainsKey(c)))
        {
            var id = names[name] = await catalog.NextCategory().ConfigureAwait(false);
            making.Add(catalog.CreateCategory(context, id, name));
        }

        await Task.WhenAll(making).ConfigureAwait(false);
        var stocking = new List<Task<Outcome<ProductView>>>();
        foreach (var product in DemonstrationCatalog.Products.Where(p => !serials.Contains(p.Serial)))
        {
            var id = await catalog.NextProduct().ConfigureAwait(false);
            stocking.Add(catalog.Create(context, id, product.Details(names[product.Category]), product.Stock));
        }

        foreach (var made in await Task.WhenAll(stocking).ConfigureAwait(false))
        {
            if (made.Refusal is { } refusal)
                log.LogWarning("A demonstration product was not made: {Reason}", refusal.Message);
        }
    }

    private async Task<ImmutableArray<TState>?> Read<TState>(EntityKind<TState> kind, CancellationToken cancellation) where TState : class
    {
        var page = await journal.List(new EntityQuery(kind.Name) { Limit = int.MaxValue }, cancellation).ConfigureAwait(false);
        ImmutableArray<TState> states = [.. codec.DecodeReadable(kind, page.Rows, log).Select(r => r.State)];
        return states.Length == page.Rows.Length ? states : null;
    }
}
