using Microsoft.AspNetCore.Http;
using Portal.Hosting;

namespace Portal.TestHost;

/// <summary>What every order has in common: while the database does not answer it is refused with 503, as a page says so.</summary>
internal static class Orders
{
    public static RequestDelegate Guarded(RequestDelegate order) => async http =>
    {
        try
        {
            await order(http);
        }
        catch (Exception trouble) when (DatabaseTrouble.Is(trouble))
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // So that the test that fails can say why.
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await http.Response.WriteAsync(error.ToString());
        }
    };
}
