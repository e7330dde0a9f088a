using System.Net;
using Hss.Interfaces.Identity;
using Hss.Silo.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Assets.Accounts;

/// <summary>What becomes of a user who is deleted.</summary>
public sealed class AssetUserDeletionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private Task<ApiClient> Admin() => Sams.Admin(api.Client);

    [Fact]
    public async Task Delete_OfTheLastRole_DeletesTheAccount_AndItsEmailIsFree()
    {
        var admin = await Admin();
        var person = await People.Register(api.Client);
        Assert.Equal((HttpStatusCode.NoContent, ""), (await admin.Delete($"{People.Users}/{person.Id}")) is var gone ? (gone.Status, gone.Text) : default);

        Assert.Equal((HttpStatusCode.Unauthorized, "Could not validate credentials"), Of(await person.Client.Get($"{People.Auth}/me")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(api.Client).Post($"{People.Auth}/refresh", new { refresh_token = person.Refresh })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(api.Client).Post($"{People.Auth}/login", new { email = person.Email, password = People.Password })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Delete($"{People.Users}/{person.Id}")).Status);
        Assert.Equal(0, (int)(await admin.Get($"{People.Users}?search={person.Email}")).Json!["total"]!);
        Assert.DoesNotContain((await (await ApiClient.Operator(api.Client)).Get("/api/v1/users?limit=200")).Json!["users"]!.AsArray(), u => (string?)u!["id"] == person.Id);

        var again = await new ApiClient(api.Client).Post($"{People.Auth}/register", new { email = person.Email, password = People.Password, name = "Anew" });
        Assert.Equal(HttpStatusCode.Created, again.Status);
        Assert.NotEqual(person.Id, (string?)again.Json!["user"]!["id"]);
    }

    [Fact]
    public async Task Delete_OfOneOfSeveralRoles_KeepsTheAccount_AndEndsItsSessions()
    {
        var admin = await Admin();
        var email = People.NewEmail();
        await new ApiClient(api.Client).Post("/hss/api/v1/auth/register", new { email, password = People.Password, name = "Both" });
        await admin.Post(People.Users, new { email, password = People.Password, name = "Both", department = "IT" });
        var person = await People.SignIn(api.Client, email);

        Assert.Equal(HttpStatusCode.NoContent, (await admin.Delete($"{People.Users}/{person.Id}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.Client.Get($"{People.Auth}/me")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await new ApiClient(api.Client).Post($"{People.Auth}/login", new { email, password = People.Password })).Status);
        var elsewhere = await ApiClient.SignIn(api.Client, email, People.Password);
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.Get(Sams.Categories)).Status);
        var left = await Account(email);
        Assert.Equal((null, "customer", 0), (left!.MembershipIn("sams"), left.RoleIn("hss"), left.ProfileIn("sams").Fields.Length));
        Assert.Equal(HttpStatusCode.Created, (await admin.Post(People.Users, new { email, password = People.Password, name = "Back" })).Status);
    }

    private Task<AccountView?> Account(string email) => api.Server.Services.GetRequiredService<IdentityService>().FindByEmail(email);

    private static (HttpStatusCode, string?) Of(ApiAnswer answer) => (answer.Status, answer.Detail());
}
