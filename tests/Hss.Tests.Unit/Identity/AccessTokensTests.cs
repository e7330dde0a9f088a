using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Identity;
using Hss.Silo.Identity;
using Hss.Tests.Shared;

namespace Hss.Tests.Unit.Identity;

/// <summary>Access tokens (compact JWS) and refresh tokens: only what we signed, unaltered and in time, is ours.</summary>
public sealed class AccessTokensTests
{
    private static readonly DataKey Old = new("k1", [.. Enumerable.Repeat((byte)1, 32)]);
    private static readonly DataKey New = new("k2", [.. Enumerable.Repeat((byte)2, 32)]);
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly FakeTimeProvider _time = new();

    private AccessTokens Tokens => Ring(New, Old);

    private AccessTokens Ring(params ImmutableArray<DataKey> keys) => new(keys, _time);

    private static string Sign(AccessTokens tokens) => tokens.Sign(AccountViews.Of(Accounts.Ada), "s1", "hss", Lifetime);

    private static string Text(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string Claims(string token) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.Split('.')[1]));

    // A token as somebody would make it who knows a key: whatever header and claims, rightly signed.
    private static string Signed(string header, string claims, byte[] secret, Func<byte[], byte[], byte[]>? mac = null)
    {
        var content = $"{Text(header)}.{Text(claims)}";
        return $"{content}.{Base64Url.EncodeToString((mac ?? HMACSHA256.HashData)(secret, Encoding.ASCII.GetBytes(content)))}";
    }

    [Fact]
    public void AToken_NamesItsSession_AndCarriesTheClaimsOfTheContracts()
    {
        var token = Sign(Tokens);
        Assert.Equal("s1", Tokens.SessionOf(token));

        var header = JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[0]))!;
        Assert.Equal(("HS256", "JWT", "k2"), ((string?)header["alg"], (string?)header["typ"], (string?)header["kid"]));
        var claims = JsonNode.Parse(Claims(token))!;
        Assert.Equal((Accounts.Id, "ada@example.org", "customer", "s1"), ((string?)claims["sub"], (string?)claims["email"], (string?)claims["role"], (string?)claims["sid"]));
        Assert.Equal("customer", (string?)claims["roles"]!["hss"]);
        Assert.Equal(900, (long)claims["exp"]! - (long)claims["iat"]!);
        Assert.Equal(_time.GetUtcNow().ToUnixTimeSeconds(), (long)claims["iat"]!);
    }

    [Fact]
    public void AToken_ExpiresExactlyAtItsSecond()
    {
        var (tokens, token) = (Tokens, Sign(Tokens));
        _time.Advance(Lifetime - TimeSpan.FromTicks(1));
        Assert.Equal("s1", tokens.SessionOf(token));
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Null(tokens.SessionOf(token));
    }

    [Fact]
    public void AnOlderKeyOfTheRing_IsStillAccepted_AndOneThatLeftItIsNot()
    {
        var token = Sign(Ring(Old));

        Assert.Equal("s1", Ring(New, Old).SessionOf(token));
        Assert.Null(Ring(New).SessionOf(token));
        Assert.Equal("k2", (string?)JsonNode.Parse(Base64Url.DecodeFromChars(Sign(Ring(New, Old)).Split('.')[0]))!["kid"]);
    }

    [Fact]
    public void AKeyWithTheSameIdButAnotherSecret_IsRefused() => Assert.Null(Ring(New with { Id = "k1" }).SessionOf(Sign(Ring(Old))));

    [Fact]
    public void ATamperedPayload_IsRefused()
    {
        var token = Sign(Tokens);
        var parts = token.Split('.');

        Assert.All(
            [
                Claims(token).Replace("\"s1\"", "\"s2\"", StringComparison.Ordinal),
                Claims(token).Replace("\"exp\":1", "\"exp\":9", StringComparison.Ordinal),
                Claims(token) + " ",
                "{}",
                "",
            ],
            claims => Assert.Null(Tokens.SessionOf($"{parts[0]}.{Text(claims)}.{parts[2]}")));
    }

    [Fact]
    public void ATamperedSignature_IsRefused()
    {
        var token = Sign(Tokens);
        var parts = token.Split('.');
        var signature = Base64Url.DecodeFromChars(parts[2]);
        for (var bit = 0; bit < signature.Length * 8; bit++)
        {
            var other = (byte[])signature.Clone();
            other[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(Tokens.SessionOf($"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString(other)}"));
        }

        Assert.All(
            ["", "=", parts[2] + "=", parts[2] + "A", parts[2][..^1], parts[2].ToUpperInvariant(), parts[2] + " ", Sign(Ring(New with { Secret = new byte[32] })).Split('.')[2]],
            s => Assert.Null(Tokens.SessionOf($"{parts[0]}.{parts[1]}.{s}")));
    }

    [Fact]
    public void OnlyHs256_IsAccepted_WhateverTheHeaderClaims()
    {
        var claims = Claims(Sign(Tokens));

        // The same token under its right header is good, so what is refused below is refused for its header.
        Assert.Equal("s1", Tokens.SessionOf(Signed("""{"alg":"HS256","kid":"k2"}""", claims, New.Secret)));
        Assert.All(
            [
                $"{Text("""{"alg":"none","kid":"k2"}""")}.{Text(claims)}.",
                Signed("""{"alg":"none","kid":"k2"}""", claims, New.Secret),
                Signed("""{"alg":"None","kid":"k2"}""", claims, New.Secret),
                Signed("""{"alg":"hs256","kid":"k2"}""", claims, New.Secret),
                Signed("""{"alg":"HS512","kid":"k2"}""", claims, New.Secret),
                Signed("""{"alg":"HS512","kid":"k2"}""", claims, New.Secret, HMACSHA512.HashData),
                Signed("""{"alg":"RS256","kid":"k2"}""", claims, New.Secret),
                Signed("""{"alg":null,"kid":"k2"}""", claims, New.Secret),
                Signed("""{"alg":["HS256"],"kid":"k2"}""", claims, New.Secret),
                Signed("""{"kid":"k2"}""", claims, New.Secret),
            ],
            token => Assert.Null(Tokens.SessionOf(token)));
    }

    [Theory]
    [InlineData("""{"alg":"HS256","kid":"k3"}""")]
    [InlineData("""{"alg":"HS256","kid":"K2"}""")]
    [InlineData("""{"alg":"HS256","kid":""}""")]
    [InlineData("""{"alg":"HS256","kid":null}""")]
    [InlineData("""{"alg":"HS256","kid":2}""")]
    [InlineData("""{"alg":"HS256"}""")]
    [InlineData("""{"alg":"HS256","kid":"../../dev/null"}""")]
    public void AnUnknownKid_IsRefused(string header) => Assert.Null(Tokens.SessionOf(Signed(header, Claims(Sign(Tokens)), New.Secret)));

    [Theory]
    [InlineData("""{"sid":"s1"}""")]
    [InlineData("""{"exp":"9999999999","sid":"s1"}""")]
    [InlineData("""{"exp":9999999999.5,"sid":"s1"}""")]
    [InlineData("""{"exp":-9223372036854775808,"sid":"s1"}""")]
    [InlineData("""{"exp":1e99,"sid":"s1"}""")]
    [InlineData("""{"exp":null,"sid":"s1"}""")]
    [InlineData("""{"exp":9999999999}""")]
    [InlineData("""{"exp":9999999999,"sid":7}""")]
    [InlineData("""{"exp":9999999999,"sid":null}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("")]
    [InlineData("{")]
    public void ClaimsThatAreNone_AreRefused_EvenRightlySigned(string claims) =>
        Assert.Null(Tokens.SessionOf(Signed("""{"alg":"HS256","kid":"k2"}""", claims, New.Secret)));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("...")]
    [InlineData("a.b.c")]
    [InlineData("€.€.€")]
    [InlineData("\0.\0.\0")]
    [InlineData("bnVsbA.e30.x")]
    [InlineData("W10.e30.x")]
    [InlineData("IngI.e30.x")]
    [InlineData("_w.e30.x")]
    [InlineData("eyJhbGciOiL_In0.e30.x")]
    public void Garbage_IsRefused_AndNeverThrows(string token)
    {
        Assert.Null(Tokens.SessionOf(token));
        Assert.Null(Tokens.ReadRefresh(token));
    }

    [Fact]
    public void ATokenOfAnyLength_IsRefused_AndNeverThrows()
    {
        Assert.Null(Tokens.SessionOf(new string('a', 10_000_000)));
        Assert.Null(Tokens.SessionOf(new string('.', 10_000_000)));
        Assert.Null(Tokens.SessionOf($"{Text(new string('[', 2000))}.e30.x"));
        Assert.Null(Tokens.ReadRefresh(new string('.', 10_000_000)));
    }

    [Fact]
    public void ATokenOfMoreThan4096Characters_IsNotEvenLookedAt()
    {
        var claims = $$"""{"exp":9999999999,"sid":"s1","x":"{{new string('a', 3000)}}"}""";
        Assert.Null(Tokens.SessionOf(Signed("""{"alg":"HS256","kid":"k2"}""", claims, New.Secret)));
        Assert.Equal("s1", Tokens.SessionOf(Signed("""{"alg":"HS256","kid":"k2"}""", claims.Replace(new string('a', 1000), "", StringComparison.Ordinal), New.Secret)));
        Assert.Null(Tokens.ReadRefresh(Tokens.Refresh(new string('s', 4096), 1)));
    }

    [Fact]
    public void AnyText_IsRefused_AndNeverThrows() => Prop.ForAll(
        ArbMap.Default.ArbFor<string?[]>(),
        parts =>
        {
            var token = string.Join('.', parts);
            var encoded = string.Join('.', parts.Select(p => Text(p ?? "")));
            return Tokens.SessionOf(token) is null && Tokens.SessionOf(encoded) is null && Tokens.ReadRefresh(token) is null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyChangeOfOneCharacter_IsRefused()
    {
        var (access, refresh) = (Sign(Tokens), Tokens.Refresh("s1", 3));
        for (var i = 0; i < access.Length; i++)
            Assert.Null(Tokens.SessionOf($"{access[..i]}{(access[i] == 'A' ? 'B' : 'A')}{access[(i + 1)..]}"));
        for (var i = 0; i < refresh.Length; i++)
            Assert.Null(Tokens.ReadRefresh($"{refresh[..i]}{(refresh[i] == 'A' ? 'B' : 'A')}{refresh[(i + 1)..]}"));
    }

    [Fact]
    public void ARefreshToken_NamesItsSessionAndGeneration_UnderAnyKeyOfTheRing()
    {
        Assert.Equal(("s1", 3), Tokens.ReadRefresh(Tokens.Refresh("s1", 3)));
        Assert.Equal(("s1", 3), Ring(New, Old).ReadRefresh(Ring(Old).Refresh("s1", 3)));
        Assert.Null(Ring(New).ReadRefresh(Ring(Old).Refresh("s1", 3)));
    }

    [Theory]
    [InlineData("s1.4.k2")]
    [InlineData("s2.3.k2")]
    [InlineData("s1.3.k1")]
    [InlineData("s1.3.k3")]
    [InlineData("s1.99999999999.k2")]
    [InlineData("s1..k2")]
    public void ARefreshTokenOfSomethingElse_IsRefused(string content) => Assert.Null(Tokens.ReadRefresh($"{content}.{Tokens.Refresh("s1", 3).Split('.')[3]}"));

    // The keys are the same; what was signed for one use is worth nothing in another.
    [Fact]
    public void ARefreshToken_IsNoAccessToken_NorTheReverse()
    {
        var (access, refresh) = (Sign(Tokens), Tokens.Refresh("s1", 3));
        Assert.Null(Tokens.SessionOf(refresh));
        Assert.Null(Tokens.ReadRefresh(access));

        var bare = Base64Url.EncodeToString(HMACSHA256.HashData(New.Secret, "s1.3.k2"u8));
        Assert.Null(Tokens.ReadRefresh($"s1.3.k2.{bare}"));
    }
}
