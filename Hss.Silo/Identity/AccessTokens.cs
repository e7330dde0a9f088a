using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Identity;
using Hss.Interfaces.Identity;

namespace Hss.Silo.Identity;

/// <summary>
/// Access and refresh tokens. Access: a compact JWS (RFC 7515), always HS256, whatever a header claims; <c>kid</c> names the key of the ring.
/// Refresh: <c>session.generation.kid.mac</c>, opaque to clients, so that only the generation is stored.
/// </summary>
public sealed class AccessTokens(ImmutableArray<DataKey> keys, TimeProvider time)
{
    private const int MaxLength = 4096;

    private const string HandlePrefix = "h.";

    private const string RobotClaim = "robot";

    private const int MaxVerified = 10_000;

    // A token is sent with each request of its quarter of an hour, and what was signed stays signed. Only its end is looked at each time.
    private readonly ConcurrentDictionary<string, Claims> _verified = new(StringComparer.Ordinal);

    /// <summary>Signs an access token.</summary>
    public string Sign(AccountView account, string session, string mount, TimeSpan lifetime)
    {
        var now = time.GetUtcNow();
        return Signed(keys[0], new()
        {
            ["sub"] = account.Id,
            ["email"] = account.Email,
            ["role"] = SystemRoles.Effective(mount, account.RoleIn(mount), account.RoleIn(AccountRules.Platform)) ?? "",
            ["roles"] = account.Roles.ToDictionary(r => r.System, r => r.Role!),
            ["sid"] = session,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + lifetime).ToUnixTimeSeconds(),
        });
    }

    /// <summary>Signs an access token of a robot. It has no session, and so is good for nobody else's routes.</summary>
    public string SignRobot(string robot, TimeSpan lifetime)
    {
        var now = time.GetUtcNow();
        return Signed(keys[0], new() { [RobotClaim] = robot, ["iat"] = now.ToUnixTimeSeconds(), ["exp"] = (now + lifetime).ToUnixTimeSeconds() });
    }

    /// <summary>The session of a token that we signed and that has not expired, or null.</summary>
    public string? SessionOf(string token) => Current(token)?.Session;

    /// <summary>The robot of a token that we signed for one and that has not expired, or null.</summary>
    public string? RobotOf(string token) => Current(token)?.Robot;

    private static string Signed(DataKey key, Dictionary<string, object> claims)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["alg"] = "HS256", ["typ"] = "JWT", ["kid"] = key.Id });
        var content = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{content}.{Mac(key, content)}";
    }

    private Claims? Current(string token)
    {
        if (token.Length > MaxLength)
            return null;
        if (!_verified.TryGetValue(token, out var claims))
        {
            if (Verify(token) is not { } verified)
                return null;
            if (_verified.Count >= MaxVerified)
                _verified.Clear();
            _verified[token] = claims = verified;
        }

        return claims.ExpiresAt > time.GetUtcNow().ToUnixTimeSeconds() ? claims : null;
    }

    private Claims? Verify(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
            return null;
        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
            if (header.RootElement.GetProperty("alg").GetString() != "HS256" || Key(header.RootElement.GetProperty("kid").GetString()) is not { } key)
                return null;
            if (!Matches(Mac(key, $"{parts[0]}.{parts[1]}"), parts[2]))
                return null;
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return new(Text("sid"), Text(RobotClaim), claims.RootElement.GetProperty("exp").GetInt64());

            string? Text(string name) => claims.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The refresh token of a session's generation.</summary>
    public string Refresh(string session, int generation)
    {
        var content = $"{session}.{generation}.{keys[0].Id}";
        return $"{content}.{Mac(keys[0], $"refresh {content}")}";
    }

    /// <summary>The session and generation of a refresh token that we made, or null.</summary>
    public (string Session, int Generation)? ReadRefresh(string token)
    {
        var parts = token.Length > MaxLength ? [] : token.Split('.');
        if (parts.Length != 4 || !int.TryParse(parts[1], out var generation) || Key(parts[2]) is not { } key)
            return null;
        return Matches(Mac(key, $"refresh {parts[0]}.{parts[1]}.{parts[2]}"), parts[3]) ? (parts[0], generation) : null;
    }

    /// <summary>The handle of a session that needs no other token, for the cookie of one mount.</summary>
    public string Handle(string session)
    {
        var content = $"{HandlePrefix}{session}.{keys[0].Id}";
        return $"{content}.{Mac(keys[0], content)}";
    }

    /// <summary>Whether a text has the form of a handle, whoever made it.</summary>
    public static bool IsHandle(string token) => token.StartsWith(HandlePrefix, StringComparison.Ordinal);

    /// <summary>The session of a handle that we made, or null.</summary>
    public string? SessionOfHandle(string handle)
    {
        var parts = handle.Length > MaxLength || !IsHandle(handle) ? [] : handle.Split('.');
        return parts.Length == 4 && Key(parts[2]) is { } key && Matches(Mac(key, $"{HandlePrefix}{parts[1]}.{parts[2]}"), parts[3]) ? parts[1] : null;
    }

    private static string Mac(DataKey key, string content) => Base64Url.EncodeToString(HMACSHA256.HashData(key.Secret, Encoding.ASCII.GetBytes(content)));

    private static bool Matches(string expected, string sent) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(sent));

    private DataKey? Key(string? id) => keys.FirstOrDefault(k => k.Id == id);

    private sealed record Claims(string? Session, string? Robot, long ExpiresAt);
}
