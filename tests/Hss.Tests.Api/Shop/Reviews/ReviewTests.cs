using System.Net;
using System.Text.Json.Nodes;
using Hss.Grains.Entities.Journal;
using Hss.Tests.Api.Shop.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Shop.Reviews;

/// <summary>Reviews over real HTTP: who may write, who sees what, and what a moderator decides.</summary>
public sealed class ReviewTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Reviews = "/store/api/v1/reviews";

    private const string Refused =
        """{"detail":"Cannot create review. You must have a delivered order with this product, and you can review it only once."}""";

    private readonly ApiClient _nobody = new(api.Client);

    private static string Of(long product) => $"{Store.Products}/{product}/reviews";

    private Task<ApiClient> Manager() => ApiClient.Operator(api.Client);

    private async Task<(Shopper Shopper, long Product, long Order)> Bought(string first = "Ada")
    {
        var manager = await Manager();
        var (shopper, product) = (await Shopper.Register(api.Client, first), await Store.Create(manager));
        return (shopper, product, await shopper.Buy(manager, product));
    }

    private static async Task<long[]> Ids(ApiClient caller, string path) => [.. (await caller.Get(path)).Json!.AsArray().Select(r => (long)r!["id"]!)];

    private Task RatingIs(long product, decimal? expected) => Shopper.Until(
        async () => (decimal?)(await _nobody.Get($"{Store.Products}/{product}")).Json!["rating"] == expected, $"the rating of {product} is {expected}");

    [Fact]
    public async Task ARatingAlone_IsApprovedAtOnce_AndBecomesTheProductsRating()
    {
        var (shopper, product, order) = await Bought();
        var made = await shopper.Client.Post(Of(product), new { rating = 4 });

        Assert.Equal(HttpStatusCode.Created, made.Status);
        var review = made.Json!;
        Assert.Equal($"{Reviews}/{review["id"]}", made.Header("Location"));
        Assert.Equal(
            ["id", "product_id", "user_id", "user_name", "order_id", "rating", "comment", "status", "is_approved", "approved_by", "approved_at", "created_at", "updated_at"],
            review.AsObject().Select(m => m.Key));
        Assert.Equal(
            (product, shopper.Id, "Ada Lovelace", order, 4, null, "approved", true, null),
            ((long)review["product_id"]!, (string?)review["user_id"], (string?)review["user_name"], (long)review["order_id"]!, (int)review["rating"]!,
                (string?)review["comment"], (string?)review["status"], (bool)review["is_approved"]!, (string?)review["approved_by"]));
        Assert.Equal((string?)review["created_at"], (string?)review["approved_at"]);
        Assert.EndsWith("Z", (string?)review["created_at"], StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(new JsonArray(review.DeepClone()), (await _nobody.Get(Of(product))).Json));
        Assert.Equal(made.Text, (await _nobody.Get($"{Reviews}/{review["id"]}")).Text);
        await RatingIs(product, 4);
    }

    [Fact]
    public async Task AComment_WaitsForAModerator_AndOnlyItsAuthorSeesIt()
    {
        var (shopper, product, _) = await Bought();
        var (other, manager) = (await Shopper.Register(api.Client), await Store.Member(api.Client, "product_manager"));
        var made = await shopper.Client.Post(Of(product), new { rating = 2, comment = "  Warm, but it itches  " });
        Assert.Equal((HttpStatusCode.Created, "pending", false, "Warm, but it itches"), (made.Status, (string?)made.Json!["status"], (bool)made.Json["is_approved"]!, (string?)made.Json["comment"]));
        var id = (long)made.Json["id"]!;

        foreach (var stranger in new[] { _nobody, other.Client })
        {
            Assert.Empty(await Ids(stranger, Of(product)));
            var hidden = await stranger.Get($"{Reviews}/{id}");
            Assert.Equal((HttpStatusCode.NotFound, $$"""{"detail":"Review {{id}} not found"}"""), (hidden.Status, hidden.Text));
        }

        Assert.Equal([id], await Ids(shopper.Client, Of(product)));
        Assert.Equal([id], await Ids(shopper.Client, $"{Reviews}/my-reviews"));
        Assert.Equal(HttpStatusCode.OK, (await shopper.Client.Get($"{Reviews}/{id}")).Status);
        Assert.Contains(id, await Ids(manager, $"{Reviews}/pending"));

        var approved = await manager.Patch($"{Reviews}/{id}/approve", null);
        Assert.Equal((HttpStatusCode.OK, "approved", true), (approved.Status, (string?)approved.Json!["status"], (bool)approved.Json["is_approved"]!));
        Assert.NotNull((string?)approved.Json["approved_by"]);
        Assert.NotNull((string?)approved.Json["approved_at"]);
        var again = await manager.Patch($"{Reviews}/{id}/approve", null);
        Assert.Equal((HttpStatusCode.OK, approved.Text, approved.Header("ETag")), (again.Status, again.Text, again.Header("ETag")));
        Assert.Equal([id], await Ids(_nobody, Of(product)));
        Assert.Equal(approved.Text, (await _nobody.Get($"{Reviews}/{id}")).Text);
        Assert.DoesNotContain(id, await Ids(manager, $"{Reviews}/pending"));
        await RatingIs(product, 2);
    }

    [Fact]
    public async Task ARejectedReview_IsKept_AndIsTheAccountsOnlyOne()
    {
        var (shopper, product, _) = await Bought();
        var manager = await Manager();
        await shopper.Client.Post(Of(product), new { rating = 1 });
        await RatingIs(product, 1);
        var id = Assert.Single(await Ids(_nobody, Of(product)));

        for (var i = 0; i < 2; i++)
        {
            var rejected = await manager.Delete($"{Reviews}/{id}/reject");
            Assert.Equal((HttpStatusCode.NoContent, ""), (rejected.Status, rejected.Text));
        }

        Assert.Empty(await Ids(_nobody, Of(product)));
        Assert.Equal(HttpStatusCode.NotFound, (await _nobody.Get($"{Reviews}/{id}")).Status);
        var own = Assert.Single((await shopper.Client.Get($"{Reviews}/my-reviews")).Json!.AsArray())!;
        Assert.Equal((id, "disapproved", false, null), ((long)own["id"]!, (string?)own["status"], (bool)own["is_approved"]!, (string?)own["approved_at"]));
        await RatingIs(product, null);

        var second = await shopper.Client.Post(Of(product), new { rating = 5 });
        Assert.Equal((HttpStatusCode.BadRequest, Refused), (second.Status, second.Text));
        Assert.Equal(HttpStatusCode.OK, (await manager.Patch($"{Reviews}/{id}/approve", null)).Status);
        await RatingIs(product, 1);
    }

    [Fact]
    public async Task WithoutADeliveredOrder_NobodyReviews()
    {
        var manager = await Manager();
        var (shopper, product) = (await Shopper.Register(api.Client), await Store.Create(manager));
        foreach (var path in new[] { Of(product), Of(999_999_999), Of(0), Of(-1) })
        {
            var refused = await shopper.Client.Post(path, new { rating = 5 });
            Assert.Equal((HttpStatusCode.BadRequest, Refused), (refused.Status, refused.Text));
        }

        await shopper.Buy(manager, product, "in-transit");
        Assert.Equal(HttpStatusCode.BadRequest, (await shopper.Client.Post(Of(product), new { rating = 5 })).Status);
        Assert.Equal("[]", (await _nobody.Get(Of(product))).Text);
    }

    [Fact]
    public async Task Guards_AreTheDocuments()
    {
        var (shopper, product, _) = await Bought();
        var (sales, moderator) = (await Store.Member(api.Client, "sales_manager"), await Store.Member(api.Client, "product_manager"));
        var id = (long)(await shopper.Client.Post(Of(product), new { comment = "Warm and light" })).Json!["id"]!;

        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Post(Of(product), new { rating = 5 })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await moderator.Post(Of(product), new { rating = 5 })).Status);
        foreach (var path in new[] { $"{Reviews}/pending", $"{Reviews}/my-reviews" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Get(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await moderator.Get($"{Reviews}/my-reviews")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Patch($"{Reviews}/{id}/approve", null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _nobody.Delete($"{Reviews}/{id}/reject")).Status);
        foreach (var caller in new[] { shopper.Client, sales })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await caller.Get($"{Reviews}/pending")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await caller.Patch($"{Reviews}/{id}/approve", null)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await caller.Delete($"{Reviews}/{id}/reject")).Status);
        }

        Assert.Equal("pending", (string?)(await shopper.Client.Get($"{Reviews}/{id}")).Json!["status"]);
        foreach (var answer in new[] { await moderator.Patch($"{Reviews}/999999999/approve", null), await moderator.Delete($"{Reviews}/999999999/reject"), await _nobody.Get($"{Reviews}/999999999") })
            Assert.Equal((HttpStatusCode.NotFound, """{"detail":"Review 999999999 not found"}"""), (answer.Status, answer.Text));
    }

    [Theory]
    [InlineData("{}", "body")]
    [InlineData("""{"rating":null,"comment":null}""", "body")]
    [InlineData("""{"rating":0}""", "body,rating")]
    [InlineData("""{"rating":6}""", "body,rating")]
    [InlineData("""{"rating":4.5}""", "body,rating")]
    [InlineData("""{"rating":1e30}""", "body,rating")]
    [InlineData("""{"rating":"good"}""", "body,rating")]
    [InlineData("""{"rating":[4]}""", "body,rating")]
    [InlineData("""{"comment":"too short"}""", "body,comment")]
    [InlineData("""{"comment":"          "}""", "body,comment")]
    [InlineData("""{"comment":7}""", "body,comment")]
    [InlineData("""{"comment":"NUL \u0000 in a text"}""", "body,comment")]
    [InlineData("[]", "body")]
    [InlineData("{", "body")]
    public async Task BadBodies_Are422_AndNameTheField(string body, string where)
    {
        var shopper = await Shopper.Register(api.Client);
        var answer = await shopper.Client.Post(Of(1), body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(where.Split(','), answer.Json!["detail"]![0]!["loc"]!.AsArray().Select(l => (string?)l));
    }

    [Fact]
    public async Task TwoFaults_AreToldAtOnce_AndALongCommentIsOne()
    {
        var shopper = await Shopper.Register(api.Client);
        var answer = await shopper.Client.Post(Of(1), new { rating = 9, comment = new string('x', 1001) });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 2), (answer.Status, answer.Json!["detail"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("GET", $"{Store.Products}/nonsense/reviews")]
    [InlineData("GET", $"{Reviews}/nonsense")]
    [InlineData("PATCH", $"{Reviews}/1.5/approve")]
    [InlineData("DELETE", $"{Reviews}/99999999999999999999/reject")]
    [InlineData("GET", $"{Reviews}/pending?limit=0")]
    [InlineData("GET", $"{Reviews}/pending?offset=-1")]
    public async Task BadPathsAndQueries_Are422(string method, string path) =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await Manager()).Send(new(method), path, null)).Status);

    [Fact]
    public async Task Create_RepeatedWithItsKey_IsTheFirstAnswer()
    {
        var (shopper, product, _) = await Bought();
        var first = await shopper.Client.Post(Of(product), new { rating = 3 }, ("Idempotency-Key", "review-1"));
        var again = await shopper.Client.Post(Of(product), new { rating = 3 }, ("Idempotency-Key", "review-1"));
        Assert.Equal((HttpStatusCode.Created, "true", first.Text), (again.Status, again.Header("Idempotent-Replayed"), again.Text));
        Assert.Equal((first.Header("ETag"), first.Header("Location")), (again.Header("ETag"), again.Header("Location")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await shopper.Client.Post(Of(product), new { rating = 4 }, ("Idempotency-Key", "review-1"))).Status);
        Assert.Single(await Ids(_nobody, Of(product)));
    }

    [Fact]
    public async Task IfMatch_HoldsForBothDecisions()
    {
        var (shopper, product, _) = await Bought();
        var manager = await Manager();
        var made = await shopper.Client.Post(Of(product), new { comment = "Warm and light" });
        var (path, tag) = ($"{Reviews}/{made.Json!["id"]}", made.Header("ETag")!);
        Assert.Equal(tag, (await manager.Get(path)).Header("ETag"));
        Assert.Equal(HttpStatusCode.OK, (await manager.Patch($"{path}/approve", null, ("If-Match", tag))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await manager.Delete($"{path}/reject", ("If-Match", tag))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await manager.Patch($"{path}/approve", null, ("If-Match", tag))).Status);
        Assert.Equal("approved", (string?)(await _nobody.Get(path)).Json!["status"]);
    }

    [Fact]
    public async Task FiftyParallelReviews_OfOneAccountAndProduct_MakeOne_TheRestAre400()
    {
        var (shopper, product, _) = await Bought();
        var journal = api.Server.Services.GetRequiredService<IJournal>();
        Task<System.Collections.Immutable.ImmutableArray<FeedEvent>> Events(string kind, string id) => journal.Events(new() { Kind = kind, Id = id, Limit = 1000 }, default);
        var numbers = (await Events("sequence", "store.review")).Length;

        var answers = await Store.AtOnce(50, _ => shopper.Client.Post(Of(product), new { rating = 5 }));

        var made = Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a != made), a => Assert.Equal((HttpStatusCode.BadRequest, Refused), (a.Status, a.Text)));
        Assert.Equal([(long)made.Json!["id"]!], await Ids(_nobody, Of(product)));
        Assert.Equal(["review.submitted"], (await Events("review", $"{product}.{shopper.Id}")).Select(e => e.Event.Type));
        Assert.Equal(numbers + 1, (await Events("sequence", "store.review")).Length);
    }

    [Fact]
    public async Task ReviewsApprovedAtOnce_LeaveTheProductWithTheirAverage()
    {
        var manager = await Manager();
        var product = await Store.Create(manager, b => b["rating"] = 1.5);
        var ratings = new[] { 5, 4, 4, 3, 5, 1, 2, 4 };
        var shoppers = await Task.WhenAll(ratings.Select(_ => Shopper.Register(api.Client)));
        await manager.Put($"{Store.Products}/{product}", new { stock = ratings.Length });
        var ids = new long[ratings.Length];
        for (var i = 0; i < ratings.Length; i++)
        {
            await shoppers[i].Buy(manager, product);
            ids[i] = (long)(await shoppers[i].Client.Post(Of(product), new { rating = ratings[i], comment = "Warm and light" })).Json!["id"]!;
        }

        Assert.Equal(1.5m, (decimal)(await _nobody.Get($"{Store.Products}/{product}")).Json!["rating"]!);
        Assert.Equal(ids, (await Ids(manager, $"{Reviews}/pending")).Where(ids.Contains));
        Assert.All(await Store.AtOnce(ids.Length, i => manager.Patch($"{Reviews}/{ids[i]}/approve", null)), a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Equal(ids.Reverse(), await Ids(_nobody, Of(product)));
        await RatingIs(product, 3.5m);

        // Two 5s go, while the others are approved once more.
        Assert.All(
            await Store.AtOnce(ids.Length, i => ratings[i] == 5 ? manager.Delete($"{Reviews}/{ids[i]}/reject") : manager.Patch($"{Reviews}/{ids[i]}/approve", null)),
            a => Assert.True(a.Status is HttpStatusCode.OK or HttpStatusCode.NoContent));
        await RatingIs(product, 3m);
    }

    [Fact]
    public async Task ADeletedProduct_TakesItsReviewsAlong()
    {
        var (shopper, product, _) = await Bought();
        var manager = await Manager();
        var id = (long)(await shopper.Client.Post(Of(product), new { comment = "Warm and light" })).Json!["id"]!;
        Assert.Equal(HttpStatusCode.NoContent, (await manager.Delete($"{Store.Products}/{product}")).Status);

        await Shopper.Until(async () => (await Ids(shopper.Client, $"{Reviews}/my-reviews")).Length == 0, "the review goes");
        Assert.DoesNotContain(id, await Ids(manager, $"{Reviews}/pending"));
        Assert.Empty(await Ids(shopper.Client, Of(product)));
        Assert.Equal(HttpStatusCode.NotFound, (await shopper.Client.Get($"{Reviews}/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Patch($"{Reviews}/{id}/approve", null)).Status);
        var again = await shopper.Client.Post(Of(product), new { rating = 5 });
        Assert.Equal((HttpStatusCode.BadRequest, Refused), (again.Status, again.Text));
    }
}
