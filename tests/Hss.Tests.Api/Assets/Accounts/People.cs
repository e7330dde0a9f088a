using System.Net;

namespace Hss.Tests.Api.Assets.Accounts;

/// <summary>People of asset management for one test each.</summary>
internal static class People
{
    public const string Users = "/sams/api/v1/users";

    public const string Auth = "/sams/api/v1/auth";

    public const string Password = "First-password-1";

    public static string NewEmail() => $"p{Guid.NewGuid():N}@example.org";

    /// <summary>Somebody registers; answers who, and a client with the tokens.</summary>
    public static async Task<Person> Register(HttpClient http, string? name = null, string? department = null)
    {
        var email = NewEmail();
        var made = await new ApiClient(http).Post($"{Auth}/register", new { email, password = Password, name = name ?? "Kim Min", department });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        return new((string)made.Json!["user"]!["id"]!, email, new(http, (string)made.Json["access_token"]!), (string)made.Json["refresh_token"]!);
    }

    /// <summary>An admin makes somebody with a role, who then signs in.</summary>
    public static async Task<Person> Member(HttpClient http, string role)
    {
        var email = NewEmail();
        var made = await (await Sams.Admin(http)).Post(Users, new { email, password = Password, name = $"The {role}", role });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        return await SignIn(http, email);
    }

    public static async Task<Person> SignIn(HttpClient http, string email, string password = Password)
    {
        var signed = await new ApiClient(http).Post($"{Auth}/login", new { email, password });
        Assert.Equal(HttpStatusCode.OK, signed.Status);
        return new((string)signed.Json!["user"]!["id"]!, email, new(http, (string)signed.Json["access_token"]!), (string)signed.Json["refresh_token"]!);
    }
}

/// <summary>Somebody who is signed in.</summary>
internal sealed record Person(string Id, string Email, ApiClient Client, string Refresh);
