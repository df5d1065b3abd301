using System.Net;

namespace Portal.Wallet.Requests;

/// <summary>Who calls, as far as a request tells: client address and user agent. Many may share both.</summary>
public readonly record struct Caller(IPAddress Address, string UserAgent)
{
    private const int LongestUserAgent = 200;

    public static Caller Of(HttpContext http)
    {
        var agent = http.Request.Headers.UserAgent.ToString();
        return new(http.Connection.RemoteIpAddress ?? IPAddress.None, agent.Length > LongestUserAgent ? agent[..LongestUserAgent] : agent);
    }
}
