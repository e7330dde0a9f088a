using Hss.Api.Platform.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NSubstitute;

namespace Hss.Tests.Unit.Platform;

public sealed class ErrorHandlingTests
{
    [Fact]
    public async Task AFailureThatNobodyForesaw_IsLoggedUnderTheRequestIdThatItsCallerIsTold()
    {
        var log = Substitute.For<ILogger<ErrorHandling>>();
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).BuildServiceProvider();
        var context = new DefaultHttpContext { TraceIdentifier = "a1b2c3", RequestServices = services };

        await new ErrorHandling(static _ => throw new InvalidOperationException("planted"), log).Invoke(context);

        Assert.Equal(StatusCodes.Status500InternalServerError, context.Response.StatusCode);
        var values = Assert.IsAssignableFrom<IReadOnlyList<KeyValuePair<string, object?>>>(Assert.Single(log.ReceivedCalls()).GetArguments()[2]);
        Assert.Contains(new KeyValuePair<string, object?>("RequestId", "a1b2c3"), values);
    }
}
