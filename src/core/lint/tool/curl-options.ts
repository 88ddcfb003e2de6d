import type {OptionGrammar} from '../shell/options';

/** Which options of curl have a value. */
export const CURL: OptionGrammar = {
  taking: 'ABCDEFHKPQTUXYbcdehmortuwxyz',
  takingLong:
    `cacert cert cert-type ciphers config connect-timeout connect-to continue-at cookie cookie-jar data
    data-ascii data-binary data-raw data-urlencode dump-header form form-string header interface json key
    limit-rate max-filesize max-redirs max-time netrc-file noproxy oauth2-bearer output output-dir pass
    proxy proxy-user range rate referer request request-target resolve retry retry-delay retry-max-time
    socks5 socks5-hostname speed-limit speed-time stderr time-cond tls-max trace unix-socket upload-file
    url url-query user user-agent write-out`.split(/\s+/),
};
