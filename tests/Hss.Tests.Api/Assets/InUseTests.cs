using System.Net;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Entities;
using Hss.Silo.Assets.Registry;
using Hss.Tests.Api.Assets.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Assets;

/// <summary>What is in use is not deleted, and the refusal says how much uses it.</summary>
public sealed class InUseTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task DeleteInUse_IsRefusedWithCounts()
    {
        var admin = await Sams.Admin(api.Client);
        var (category, location, person) = (await Sams.Category(api.Client), await Sams.Location(api.Client), await People.Register(api.Client));
        var assets = new List<string>();
        for (var i = 0; i < 3; i++)
            assets.Add(await Asset(category, location, i < 2 ? person.Id : null));

        await AssertInUse($"{Sams.Categories}/{category}", "Cannot delete category - 3 assets refer to it");
        await AssertInUse($"{Sams.Locations}/{location}", "Cannot delete location - 3 assets refer to it");
        await AssertInUse($"{People.Users}/{person.Id}", "Cannot delete user - assigned assets: 2, pending workflows: 0");

        // Deleted assets do not count.
        await Delete(assets[0], assets[1]);
        await AssertInUse($"{Sams.Categories}/{category}", "Cannot delete category - 1 asset refers to it");
        Assert.Equal(HttpStatusCode.NoContent, (await admin.Delete($"{People.Users}/{person.Id}")).Status);
        await Delete(assets[2]);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.Delete($"{Sams.Categories}/{category}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.Delete($"{Sams.Locations}/{location}")).Status);
    }

    [Fact]
    public async Task DeleteOfAUserWithAPendingWorkflow_IsRefusedWithCounts_UntilItIsCancelled()
    {
        var admin = await Sams.Admin(api.Client);
        var person = await People.Register(api.Client);
        var asset = await Asset(await Sams.Category(api.Client), await Sams.Location(api.Client), null);
        var asked = await person.Client.Post("/sams/api/v1/workflows/checkout", new { asset_id = asset });
        Assert.Equal(HttpStatusCode.Created, asked.Status);

        await AssertInUse($"{People.Users}/{person.Id}", "Cannot delete user - assigned assets: 0, pending workflows: 1");
        Assert.Equal(HttpStatusCode.OK, (await person.Client.Get($"{People.Auth}/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await person.Client.Patch($"/sams/api/v1/workflows/{(string)asked.Json!["id"]!}/cancel", null)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.Delete($"{People.Users}/{person.Id}")).Status);
    }

    [Fact]
    public async Task ACategory_IsNeverDeletedUnderAnAssetThatIsMadeAtTheSameMoment()
    {
        var admin = await Sams.Admin(api.Client);
        for (var round = 0; round < 8; round++)
        {
            var (category, location) = (await Sams.Category(api.Client), await Sams.Location(api.Client));
            var barrier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var making = Enumerable.Range(0, 4).Select(async _ =>
            {
                await barrier.Task;
                return await Make(category, location, null);
            }).ToList();
            var deleting = new[] { $"{Sams.Categories}/{category}", $"{Sams.Locations}/{location}" }.Select(async path =>
            {
                await barrier.Task;
                return await admin.Delete(path);
            }).ToList();
            barrier.SetResult();
            var made = (await Task.WhenAll(making)).Count(o => o.Accepted);
            var deleted = (await Task.WhenAll(deleting)).Select(a => a.Status == HttpStatusCode.NoContent).ToList();

            var journal = api.Server.Services.GetRequiredService<IJournal>();
            Assert.Equal(made, (await journal.List(new("asset") { Facets = [new("category", FacetOperator.Equal, category)], ExceptStatuses = ["deleted"] }, default)).Total);
            Assert.True(made == 0 || !deleted.Contains(true));
            Assert.Equal(deleted[0] ? HttpStatusCode.NotFound : HttpStatusCode.OK, (await admin.Get($"{Sams.Categories}/{category}")).Status);
        }
    }

    [Fact]
    public async Task NoHold_IsLeftOver()
    {
        var (category, location) = (await Sams.Category(api.Client), await Sams.Location(api.Client));
        await Asset(category, location, null);
        var journal = api.Server.Services.GetRequiredService<IJournal>();
        foreach (var (kind, id) in new[] { ("asset_category", category), ("asset_location", location) })
        {
            var types = (await journal.Events(new() { Kind = kind, Id = id }, default)).Select(e => e.Event.Type);
            Assert.Equal([$"{kind}.created", $"{kind}.held", $"{kind}.released"], types);
        }
    }

    private async Task AssertInUse(string path, string detail)
    {
        var admin = await Sams.Admin(api.Client);
        var before = (await admin.Get(path)).Text;
        var refused = await admin.Delete(path);
        Assert.Equal((HttpStatusCode.Conflict, detail), (refused.Status, refused.Detail()));
        Assert.Equal(before, (await admin.Get(path)).Text);
    }

    private async Task<string> Asset(string category, string location, string? holder)
    {
        var made = await Make(category, location, holder);
        Assert.True(made.Accepted, made.Refusal?.Message);
        return made.Value.Id;
    }

    private Task<Outcome<AssetView>> Make(string category, string location, string? holder)
    {
        var (assets, context) = (api.Server.Services.GetRequiredService<AssetService>(), CallContext.System("test"));
        return assets.Create(context, AssetService.NewId(context), new(new("Thing", category, location, null, null, null, null, null, null, null), null, null, holder));
    }

    private async Task Delete(params string[] ids)
    {
        foreach (var id in ids)
            Assert.True((await api.Server.Services.GetRequiredService<AssetService>().Asset(id).Delete(CallContext.System("test"))).Accepted);
    }
}
