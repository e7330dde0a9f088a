using Hss.Tests.Api.Library;

namespace Hss.Tests.Api.Documents;

/// <summary>Signing in on LUNA.</summary>
internal static class LunaAuthScenarios
{
    public static Scenarios All => new()
    {
        [$"POST {Luna.Auth}/register"] = s => s.Nobody.Post(
            $"{Luna.Auth}/register", new { email = Stage.NewEmail(), password = Stage.Password, first_name = "Mina", last_name = "Okafor", phone_number = "+49 30 1234" }),
        [$"POST {Luna.Auth}/login"] = s => s.Nobody.Post($"{Luna.Auth}/login", new { email = "student@luna.local", password = "Student123!" }),
        [$"POST {Luna.Auth}/refresh"] = async s => await s.Nobody.Post($"{Luna.Auth}/refresh", new { refresh_token = (await Luna.Reader(s.Http)).Refresh }),
        [$"POST {Luna.Auth}/logout"] = async s => await (await Luna.Reader(s.Http)).Client.Post($"{Luna.Auth}/logout"),
        [$"GET {Luna.Auth}/me"] = async s => await (await Luna.Student(s.Http)).Get($"{Luna.Auth}/me"),
        [$"PUT {Luna.Auth}/me"] = async s => await (await Luna.Reader(s.Http)).Client.Put($"{Luna.Auth}/me", new { first_name = "Nina", phone_number = (string?)null }),
        [$"DELETE {Luna.Auth}/me"] = async s => await (await Luna.Reader(s.Http)).Client.Delete($"{Luna.Auth}/me"),
        [$"PUT {Luna.Auth}/change-password"] = async s => await (await Luna.Reader(s.Http)).Client.Put($"{Luna.Auth}/change-password", NewPassword),
        [$"POST {Luna.Auth}/change-password"] = async s => await (await Luna.Reader(s.Http)).Client.Post($"{Luna.Auth}/change-password", NewPassword),
        [$"POST {Luna.Auth}/forgot-password"] = s => s.Nobody.Post($"{Luna.Auth}/forgot-password", new { email = "nobody@luna.local" }),
        [$"POST {Luna.Auth}/reset-password"] = async s =>
        {
            var reader = await Luna.Reader(s.Http);
            await s.Nobody.Post($"{Luna.Auth}/forgot-password", new { email = reader.Email });
            return await s.Nobody.Post($"{Luna.Auth}/reset-password", new { token = await Identity.Mails.ResetToken(s.Server, reader.Email), new_password = "Another-horse-9" });
        },
    };

    private static object NewPassword => new { current_password = Luna.Password, new_password = "Another-horse-9" };
}
